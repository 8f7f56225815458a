-- Drafts of yearly plans, and what was published of them. Not made of entries: a draft binds nobody, and what is
-- published binds by the grants that the ledger records.
CREATE SCHEMA planning;

-- As handed in, good or bad.
CREATE TABLE planning.workbook (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file    text  NOT NULL,
    content bytea NOT NULL
);

CREATE TABLE planning.draft (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title        text   NOT NULL,
    workbook     bigint NOT NULL REFERENCES planning.workbook,
    parent       bigint REFERENCES planning.draft, -- the draft that it was tried out on
    changes      jsonb  NOT NULL, -- what was tried since the workbook, in order
    errors       int    NOT NULL CHECK (errors >= 0), -- in the workbook
    person       text   COLLATE "C" NOT NULL,
    organisation text   COLLATE "C" NOT NULL,
    at           timestamptz NOT NULL
);

-- A draft stays as it is: it may be published.
CREATE FUNCTION planning.keep() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'drafts and their workbooks are append-only';
END
$$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.workbook
    FOR EACH ROW EXECUTE FUNCTION planning.keep();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.draft
    FOR EACH ROW EXECUTE FUNCTION planning.keep();
