-- Machines that sign: their public key stands in for a secret.
ALTER TABLE identity.client
    ALTER COLUMN secret DROP NOT NULL,
    ADD COLUMN key text COLLATE "C" NOT NULL DEFAULT '', -- Ed25519, in base64url; empty for a machine with a secret
    ADD CHECK ((secret IS NULL) = (key <> ''));
GRANT SELECT (key) ON identity.client TO "${reader}";

-- Assertions by which machines signed in (RFC 7523), until they end: each is good once.
CREATE TABLE identity.assertion (
    client  text COLLATE "C" NOT NULL REFERENCES identity.client ON DELETE CASCADE,
    id      text COLLATE "C" NOT NULL,
    expires timestamptz NOT NULL,
    PRIMARY KEY (client, id)
);
CREATE INDEX assertion_expires ON identity.assertion (expires);
