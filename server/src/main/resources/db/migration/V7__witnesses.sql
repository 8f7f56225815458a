-- Checkpoints are published after the witnesses were asked, so that what the log shows never gets smaller.
ALTER TABLE proof.checkpoint
    ADD COLUMN signed_micros bigint  NOT NULL DEFAULT 0,
    ADD COLUMN published     boolean NOT NULL DEFAULT true;
ALTER TABLE proof.checkpoint
    ALTER COLUMN signed_micros DROP DEFAULT,
    ALTER COLUMN published DROP DEFAULT;

CREATE TABLE proof.cosignature (
    size    bigint NOT NULL REFERENCES proof.checkpoint ON DELETE CASCADE,
    witness text   COLLATE "C" NOT NULL, -- its verifier key
    line    text   NOT NULL,
    PRIMARY KEY (witness, size)
);
CREATE INDEX cosignature_size ON proof.cosignature (size);
