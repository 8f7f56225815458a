-- People who were invited and have yet to choose a password, and what became of it.
CREATE TABLE identity.invitation (
    id           uuid   PRIMARY KEY DEFAULT gen_random_uuid(),
    hash         bytea  NOT NULL UNIQUE, -- SHA-256 of the secret in the link
    name         text   COLLATE "C" NOT NULL,
    organisation text   COLLATE "C" NOT NULL,
    roles        text[] NOT NULL CHECK (cardinality(roles) > 0),
    jurisdiction text   COLLATE "C" NOT NULL,
    invited_by   text   COLLATE "C" NOT NULL,
    made         timestamptz NOT NULL,
    expires      timestamptz NOT NULL,
    used         timestamptz,
    revoked      timestamptz,
    CHECK (num_nonnulls(used, revoked) < 2)
);
CREATE UNIQUE INDEX invitation_open ON identity.invitation (name) WHERE used IS NULL AND revoked IS NULL;

ALTER TABLE identity.invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON identity.invitation FOR SELECT
    USING ((SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[]));
-- the hash stays with the owner
GRANT SELECT (id, name, organisation, roles, jurisdiction, invited_by, made, expires, used, revoked)
    ON identity.invitation TO "${reader}";
