-- Findings that supervisors look into. Made of the entries.
CREATE TABLE ledger.case_file (
    case_name  text   COLLATE "C" PRIMARY KEY,
    finding    text   COLLATE "C" NOT NULL,
    rule       text   COLLATE "C" NOT NULL,
    party      text   COLLATE "C" NOT NULL,
    facility   text   COLLATE "C" NOT NULL,
    assigned   text   COLLATE "C" NOT NULL,
    state      text   COLLATE "C" NOT NULL
        CHECK (state IN ('open', 'asked', 'replied', 'confirmed', 'refuted', 'closed')),
    due_micros bigint NOT NULL -- 0 before the enterprise was asked
) WITH (fillfactor = 70);
CREATE INDEX case_party ON ledger.case_file (party, case_name);
CREATE INDEX case_finding ON ledger.case_file (finding);

CREATE TABLE ledger.case_step (
    case_name text  COLLATE "C" NOT NULL REFERENCES ledger.case_file,
    step      int   NOT NULL CHECK (step >= 0),
    content   bytea NOT NULL, -- the entry that recorded it
    PRIMARY KEY (case_name, step)
);
