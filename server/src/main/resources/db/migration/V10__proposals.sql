-- What one person proposed and another may approve, and what became of it. Made of the entries.
CREATE TABLE ledger.proposal (
    proposal     text   COLLATE "C" PRIMARY KEY,
    subject      text   COLLATE "C" NOT NULL, -- the account that it would open, or the case
    organisation text   COLLATE "C" NOT NULL,
    person       text   COLLATE "C" NOT NULL,
    until_micros bigint NOT NULL,
    state        text   COLLATE "C" NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected', 'withdrawn', 'lapsed')),
    ended_by     text   COLLATE "C" NOT NULL,
    reason       text   COLLATE "C" NOT NULL,
    content      bytea  NOT NULL, -- the entry that recorded it
    CHECK (state <> 'approved' OR ended_by NOT IN ('', person))
) WITH (fillfactor = 70);
CREATE INDEX proposal_open ON ledger.proposal (until_micros) WHERE state = 'proposed';
CREATE INDEX proposal_of ON ledger.proposal (organisation, proposal);

-- What lists of accounts and of what is set aside are asked by.
CREATE INDEX account_holder ON ledger.account (holder, account);
CREATE INDEX hold_account ON ledger.hold (account, hold);
