-- Sessions of people whom an issuer elsewhere vouched for: what they are was told then, and stands with the session.
ALTER TABLE identity.token
    DROP CONSTRAINT token_check,
    ADD COLUMN issued       text COLLATE "C", -- name, as in tokens of the issuer
    ADD COLUMN organisation text COLLATE "C",
    ADD COLUMN roles        text[],
    ADD COLUMN jurisdiction text COLLATE "C",
    ADD CONSTRAINT token_of_one CHECK (num_nonnulls(person, client, issued) = 1),
    ADD CONSTRAINT token_issued_whole
        CHECK (num_nonnulls(organisation, roles, jurisdiction) = CASE WHEN issued IS NULL THEN 0 ELSE 3 END);
CREATE INDEX token_issued ON identity.token (issued) WHERE issued IS NOT NULL;
