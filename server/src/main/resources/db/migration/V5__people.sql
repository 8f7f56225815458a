-- Jurisdictions, temporary passwords, second factors, machines, and the log of reads.
ALTER TABLE identity.person
    ADD COLUMN jurisdiction text COLLATE "C" NOT NULL DEFAULT '', -- the region overseen; empty for the whole nation
    ADD COLUMN temporary    boolean NOT NULL DEFAULT false, -- the password was drawn for them and is to be replaced
    ADD COLUMN totp_pending bytea; -- a second factor that no code has confirmed yet

-- Codes that stand in for a second factor that was lost, once each.
CREATE TABLE identity.recovery (
    person text  COLLATE "C" NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    hash   bytea NOT NULL, -- SHA-256 of the code
    PRIMARY KEY (person, hash)
);

-- Machines of organisations.
CREATE TABLE identity.client (
    id           text   COLLATE "C" PRIMARY KEY,
    organisation text   COLLATE "C" NOT NULL,
    roles        text[] NOT NULL CHECK (cardinality(roles) > 0),
    secret       bytea  NOT NULL, -- SHA-256 of 256 random bits
    created      timestamptz NOT NULL
);

ALTER TABLE identity.token
    ALTER COLUMN person DROP NOT NULL,
    ADD COLUMN client text COLLATE "C" REFERENCES identity.client ON DELETE CASCADE,
    ADD CHECK (num_nonnulls(person, client) = 1);

-- Who read what of other organisations.
CREATE TABLE identity.read (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    person       text COLLATE "C" NOT NULL,
    organisation text COLLATE "C" NOT NULL, -- of the person
    purpose      text COLLATE "C" NOT NULL, -- the right that was used
    path         text NOT NULL,             -- what was asked
    about        text COLLATE "C" NOT NULL, -- whose: an organisation, a region, or all
    rows         int                        -- none where they are not counted
);

CREATE FUNCTION identity.keep_reads() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '6 months' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'identity.read is append-only for six months';
END
$$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON identity.read
    FOR EACH ROW EXECUTE FUNCTION identity.keep_reads();
CREATE TRIGGER kept_whole BEFORE TRUNCATE ON identity.read
    FOR EACH STATEMENT EXECUTE FUNCTION identity.keep_reads();

-- Where facilities lie, as registered last: regions decide what an authority of a region sees.
ALTER TABLE ledger.facility ADD COLUMN region text COLLATE "C" NOT NULL DEFAULT '';
UPDATE ledger.facility AS known SET region = coalesce(last.region, '')
FROM (
    SELECT DISTINCT ON (cells ->> 'facility') cells ->> 'facility' AS facility, cells ->> 'region' AS region
    FROM (
        SELECT position, convert_from(content, 'UTF8')::json -> 'row' AS cells
        FROM ledger.entry WHERE topic = 'facilities'
    ) AS declared
    ORDER BY cells ->> 'facility', position DESC
) AS last
WHERE last.facility = known.facility;

ALTER TABLE epcis.subscription
    ADD COLUMN jurisdiction text COLLATE "C" NOT NULL DEFAULT ''; -- as of whoever subscribed
