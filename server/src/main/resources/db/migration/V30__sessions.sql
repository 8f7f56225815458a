-- What people see of their own sessions, and who gave the password but not yet the code.
ALTER TABLE identity.token
    ADD COLUMN session uuid        NOT NULL DEFAULT gen_random_uuid(), -- names it to its owner
    ADD COLUMN begun   timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN used    timestamptz NOT NULL DEFAULT now(), -- to the minute
    ADD COLUMN device  text        NOT NULL DEFAULT ''; -- as the program that asked calls itself
CREATE INDEX token_person ON identity.token (person);

CREATE TABLE identity.challenge (
    hash    bytea       PRIMARY KEY, -- SHA-256 of what the page sends on
    person  text COLLATE "C" NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    expires timestamptz NOT NULL
);
