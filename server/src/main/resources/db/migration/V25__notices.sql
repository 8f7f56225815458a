-- Notices: what somebody should know of. Made of the entries, of what the analysis finds, and of deadlines; whether they
-- were read is their readers'.
CREATE SCHEMA notices;

-- How far it was looked.
CREATE TABLE notices.progress (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    position    bigint  NOT NULL, -- entries before it were looked at
    quiet_until bigint  NOT NULL, -- entries before it are older than notices: they set deadlines, and tell nobody
    generation  bigint  NOT NULL  -- position of the last generation whose findings were looked at; -1 before the first
);
INSERT INTO notices.progress (position, quiet_until, generation) SELECT 0, next_position, -1 FROM ledger.writer;

CREATE TABLE notices.notice (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person       text   COLLATE "C" NOT NULL,
    organisation text   COLLATE "C" NOT NULL, -- of the person, then
    cause        text   COLLATE "C" NOT NULL, -- what it came of: never told twice
    kind         text   COLLATE "C" NOT NULL,
    subject      text   NOT NULL,
    link         text   NOT NULL,
    due_micros   bigint,
    at_micros    bigint NOT NULL,
    read_micros  bigint, -- absent until it was read
    UNIQUE (person, cause)
);
CREATE INDEX notice_of ON notices.notice (person, id);
CREATE INDEX notice_unread ON notices.notice (person, id) WHERE read_micros IS NULL;
CREATE INDEX notice_at ON notices.notice (at_micros);

-- What somebody still has to do in a case.
CREATE TABLE notices.deadline (
    case_name    text   COLLATE "C" NOT NULL,
    what         text   COLLATE "C" NOT NULL CHECK (what IN ('reply', 'correction', 'task')),
    part         text   COLLATE "C" NOT NULL, -- name of the task, else empty
    organisation text   COLLATE "C" NOT NULL, -- who has to
    assigned     text   COLLATE "C" NOT NULL, -- the person who waits for it
    due_micros   bigint NOT NULL,
    stage        text   COLLATE "C" NOT NULL CHECK (stage IN ('far', 'near', 'passed')), -- what was told
    PRIMARY KEY (case_name, what, part)
) WITH (fillfactor = 70);
CREATE INDEX deadline_open ON notices.deadline (due_micros) WHERE stage <> 'passed';

-- Findings that were told, for ever.
CREATE TABLE notices.finding (
    id text COLLATE "C" PRIMARY KEY
);
