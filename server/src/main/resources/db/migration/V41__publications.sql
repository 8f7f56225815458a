-- What was published of a draft: what it says in all, and each recipient's amount and reasons.
CREATE TABLE planning.publication (
    draft        bigint PRIMARY KEY REFERENCES planning.draft,
    year         int    NOT NULL,
    total_t      bigint NOT NULL CHECK (total_t >= 0), -- of all amounts
    issued_on    date   NOT NULL,
    person       text   COLLATE "C" NOT NULL,
    organisation text   COLLATE "C" NOT NULL,
    at           timestamptz NOT NULL
);

CREATE TABLE planning.recipient (
    draft    bigint NOT NULL REFERENCES planning.publication,
    stage    text   COLLATE "C" NOT NULL,
    party    text   COLLATE "C" NOT NULL,
    tonnes   bigint NOT NULL CHECK (tonnes >= 0),
    plan     text   COLLATE "C" NOT NULL, -- its id in the ledger; empty for no plan
    proposal text   COLLATE "C" NOT NULL, -- by which it is granted; empty for no plan
    sheet_zh text   NOT NULL, -- why it is so
    sheet_en text   NOT NULL,
    PRIMARY KEY (draft, stage, party)
);
CREATE INDEX recipient_party ON planning.recipient (party, draft);

CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.publication
    FOR EACH ROW EXECUTE FUNCTION planning.keep();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.recipient
    FOR EACH ROW EXECUTE FUNCTION planning.keep();

-- Whether the ledger has granted any plan of a publication.
CREATE FUNCTION planning.is_granted(asked bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT EXISTS (
    SELECT FROM planning.recipient AS r JOIN ledger.account AS a ON a.account = 'plan:' || r.plan
    WHERE r.draft = asked AND r.plan <> ''
)
$$;

-- Amounts are secret: each recipient sees its own, once granted, and no other (ADR 57).
ALTER TABLE planning.publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE planning.recipient ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON planning.recipient FOR SELECT USING (
    (SELECT identity.sees_all())
    OR (party = ANY ((SELECT identity.seen())::text[]) AND planning.is_granted(draft)));
-- Of a publication recipients learn year and day, not the sum.
CREATE POLICY seen ON planning.publication FOR SELECT USING (
    (SELECT identity.sees_all()) OR EXISTS (SELECT FROM planning.recipient AS own WHERE own.draft = publication.draft));
GRANT USAGE ON SCHEMA planning TO "${reader}";
GRANT SELECT ON planning.recipient TO "${reader}";
GRANT SELECT (draft, year, issued_on) ON planning.publication TO "${reader}";
