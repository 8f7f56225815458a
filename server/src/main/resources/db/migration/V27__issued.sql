-- People of an issuer elsewhere who asked for their notices, as their tokens told of them then.
CREATE TABLE identity.issued (
    name         text   COLLATE "C" PRIMARY KEY,
    organisation text   COLLATE "C" NOT NULL,
    roles        text[] NOT NULL,
    jurisdiction text   COLLATE "C" NOT NULL,
    seen         timestamptz NOT NULL
);
