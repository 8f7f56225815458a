-- What people want to be told outside of the service, and how far that went.
CREATE TABLE notices.setting (
    person            text   COLLATE "C" PRIMARY KEY,
    organisation      text   COLLATE "C" NOT NULL, -- of the person, when they set it
    language          text   COLLATE "C" NOT NULL CHECK (language IN ('en', 'zh')),
    mail              text   COLLATE "C" NOT NULL CHECK (mail IN ('at-once', 'daily', 'weekly', 'none')),
    digest_hour       int    NOT NULL CHECK (digest_hour BETWEEN 0 AND 23), -- UTC+8
    email             text,  -- confirmed by whoever reads it
    email_pending     text,  -- not yet
    code              bytea, -- SHA-256 of the code that was last sent there
    code_until_micros bigint NOT NULL DEFAULT 0,
    code_attempts     int    NOT NULL DEFAULT 0, -- wrong ones
    asked_day         bigint NOT NULL DEFAULT 0, -- on which addresses were asked for last, and how many
    asked_count       int    NOT NULL DEFAULT 0,
    webhook           text,
    webhook_secret    text,
    CHECK ((webhook IS NULL) = (webhook_secret IS NULL))
);

CREATE TABLE notices.delivery (
    person     text   COLLATE "C" NOT NULL REFERENCES notices.setting ON DELETE CASCADE,
    channel    text   COLLATE "C" NOT NULL CHECK (channel IN ('confirmation', 'mail', 'webhook')),
    told       bigint NOT NULL, -- id of the last notice that was told
    due_micros bigint NOT NULL, -- not tried before
    failures   int    NOT NULL, -- since it last worked
    problem    text   COLLATE "C", -- code of why it failed last
    answer     text,  -- what the other side said then
    PRIMARY KEY (person, channel)
) WITH (fillfactor = 70);
CREATE INDEX delivery_due ON notices.delivery (due_micros);
