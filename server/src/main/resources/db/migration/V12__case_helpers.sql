-- Which other organisations have a task or were sent a sample in which case. Made of the entries.
CREATE TABLE ledger.case_helper (
    organisation text COLLATE "C" NOT NULL,
    case_name    text COLLATE "C" NOT NULL REFERENCES ledger.case_file,
    PRIMARY KEY (organisation, case_name)
);
