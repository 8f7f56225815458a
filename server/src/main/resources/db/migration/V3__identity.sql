-- People who sign in with a password of their own, and the tokens that they were given.
CREATE SCHEMA identity;

CREATE TABLE identity.person (
    name         text   COLLATE "C" PRIMARY KEY,
    organisation text   COLLATE "C" NOT NULL,
    roles        text[] NOT NULL CHECK (cardinality(roles) > 0),
    password     text   NOT NULL, -- Argon2id
    totp         bytea,           -- second factor, RFC 6238
    totp_step    bigint NOT NULL DEFAULT 0, -- the last step that was used: a code counts once
    disabled     boolean NOT NULL DEFAULT false
);

CREATE TABLE identity.token (
    hash    bytea  PRIMARY KEY, -- SHA-256 of the token
    person  text   COLLATE "C" NOT NULL REFERENCES identity.person ON DELETE CASCADE,
    expires timestamptz NOT NULL
);
CREATE INDEX token_expires ON identity.token (expires);
