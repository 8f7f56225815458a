-- The transparency log over the ledger's entries: hash tiles and signed checkpoints. Entries themselves are read from
-- ledger.entry: entry N is leaf N.
CREATE SCHEMA proof;

CREATE TABLE proof.tile (
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    index bigint   NOT NULL CHECK (index >= 0),
    hashes bytea   NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0),
    PRIMARY KEY (level, index)
);

CREATE TABLE proof.checkpoint (
    size bigint PRIMARY KEY CHECK (size > 0),
    note text   NOT NULL
);
