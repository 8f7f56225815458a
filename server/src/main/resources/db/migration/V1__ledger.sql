-- The ledger: entries are appended and never changed; the other tables are made of them again by `verify`.
CREATE SCHEMA ledger;

-- One writer at a time: whoever raised the epoch last. Every batch names the epoch that it was decided under.
CREATE TABLE ledger.writer (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    epoch         bigint  NOT NULL,
    next_position bigint  NOT NULL CHECK (next_position >= 0)
);
INSERT INTO ledger.writer (epoch, next_position) VALUES (0, 0);

CREATE TABLE ledger.entry (
    position bigint NOT NULL CHECK (position >= 0),
    topic    text   COLLATE "C" NOT NULL, -- table of what is declared, else kind of entry: for finding, not hashed
    salt     bytea  NOT NULL,
    content  bytea  NOT NULL,
    PRIMARY KEY (position)
) PARTITION BY RANGE (position);
CREATE INDEX entry_topic ON ledger.entry (topic, position) WHERE topic NOT IN ('flows', 'verdict');

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'ledger.entry is append-only';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.entry
    FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON ledger.entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

-- What was answered to which request. Apart from the entries, because its key is not their position.
CREATE TABLE ledger.submission (
    organisation text   COLLATE "C" NOT NULL,
    key          text   COLLATE "C" NOT NULL,
    digest       bytea  NOT NULL,
    position     bigint NOT NULL,
    entries      int    NOT NULL CHECK (entries >= 0),
    code         text   COLLATE "C",
    subject      text   COLLATE "C",
    value        text   COLLATE "C",
    PRIMARY KEY (organisation, key),
    CHECK ((code IS NULL) = (subject IS NULL) AND (code IS NULL) = (value IS NULL)),
    CHECK (code IS NULL OR entries = 0)
);
CREATE UNIQUE INDEX submission_position ON ledger.submission (position);

CREATE TABLE ledger.account (
    account  text   COLLATE "C" PRIMARY KEY,
    holder   text   COLLATE "C" NOT NULL,
    granted  bigint NOT NULL CHECK (granted >= 0),
    reserved bigint NOT NULL CHECK (reserved >= 0),
    posted   bigint NOT NULL CHECK (posted >= 0),
    CHECK (reserved <= granted - posted)
) WITH (fillfactor = 50);

CREATE TABLE ledger.hold (
    hold         text   COLLATE "C" PRIMARY KEY,
    account      text   COLLATE "C" NOT NULL REFERENCES ledger.account,
    organisation text   COLLATE "C" NOT NULL,
    amount       bigint NOT NULL CHECK (amount > 0),
    until_micros bigint NOT NULL,
    state        text   COLLATE "C" NOT NULL CHECK (state IN ('reserved', 'confirmed', 'released', 'expired')),
    drawn        bigint NOT NULL CHECK (drawn BETWEEN 0 AND amount)
) WITH (fillfactor = 70);
CREATE INDEX hold_open ON ledger.hold (until_micros) WHERE state = 'reserved';

-- Who runs which facility: what acceptance asks of the register.
CREATE TABLE ledger.facility (
    facility text COLLATE "C" PRIMARY KEY,
    party    text COLLATE "C" NOT NULL
);
