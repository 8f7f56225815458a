-- What the public tells. Not made of entries: nobody unknown may make the ledger grow.
CREATE SCHEMA supervision;

CREATE TABLE supervision.tip_off (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code     bytea  NOT NULL UNIQUE, -- SHA-256 of the code by which who told it comes back
    state    text   COLLATE "C" NOT NULL CHECK (state IN ('new', 'taken-up', 'not-pursued')),
    received timestamptz NOT NULL
);

CREATE TABLE supervision.tip_off_message (
    tip_off      bigint NOT NULL REFERENCES supervision.tip_off,
    number       int    NOT NULL CHECK (number >= 0),
    at           timestamptz NOT NULL,
    is_authority boolean NOT NULL,
    text         text   NOT NULL,
    PRIMARY KEY (tip_off, number)
);
