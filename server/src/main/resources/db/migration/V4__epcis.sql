-- EPCIS events as they were captured, and what they are found by.
CREATE SCHEMA epcis;

-- Held by whoever records: events are numbered in the order of their commits, and times of recording never go back.
CREATE TABLE epcis.writer (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    next_event    bigint  NOT NULL,
    record_micros bigint  NOT NULL,
    token_key     bytea   NOT NULL -- signs page tokens
);
INSERT INTO epcis.writer (next_event, record_micros, token_key)
VALUES (1, 0, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

CREATE TABLE epcis.job (
    id              uuid    PRIMARY KEY,
    organisation    text    COLLATE "C" NOT NULL,
    person          text    COLLATE "C" NOT NULL,
    created_micros  bigint  NOT NULL,
    finished_micros bigint  NOT NULL,
    behaviour       text    COLLATE "C" NOT NULL CHECK (behaviour IN ('rollback', 'proceed')),
    success         boolean NOT NULL,
    captured        int     NOT NULL CHECK (captured >= 0),
    errors          text    NOT NULL -- a JSON array of problems
);
CREATE INDEX job_newest ON epcis.job (organisation, created_micros, id);

-- What the prefixes of a document mean; many documents share one.
CREATE TABLE epcis.context (
    hash    bytea PRIMARY KEY, -- SHA-256
    content text  NOT NULL
);

CREATE TABLE epcis.event (
    id            bigint PRIMARY KEY,
    organisation  text   COLLATE "C" NOT NULL,
    event_id      text   COLLATE "C" NOT NULL,
    declared      bigint NOT NULL, -- time of the error declaration; 0 for an event without one
    hash          text   COLLATE "C" NOT NULL, -- canonical hash of CBV 2.0
    event_micros  bigint NOT NULL,
    record_micros bigint NOT NULL,
    job           uuid, -- none for an event that came by itself
    context       bytea,
    content       bytea  NOT NULL, -- the event as JSON, as it was captured
    terms         text[] COLLATE "C" NOT NULL -- what it is found by: path and value, see Term
);
CREATE UNIQUE INDEX event_once ON epcis.event (organisation, event_id, declared);
CREATE INDEX event_recorded ON epcis.event (record_micros, id);
CREATE INDEX event_happened ON epcis.event (event_micros, id);
CREATE INDEX event_terms ON epcis.event USING gin (terms);

-- Numbers and times in events, for what is asked as more or less.
CREATE TABLE epcis.number (
    event bigint NOT NULL,
    path  text   COLLATE "C" NOT NULL,
    unit  text   COLLATE "C" NOT NULL, -- empty where there is none
    value double precision NOT NULL
);
CREATE INDEX number_event ON epcis.number (event);
CREATE INDEX number_value ON epcis.number (path, value);

-- What the top-level resources list.
CREATE TABLE epcis.resource (
    kind         text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, value, organisation)
);

-- What prefixes mean in the events of an organisation, for queries that name extension fields by them.
CREATE TABLE epcis.prefix (
    prefix       text COLLATE "C" NOT NULL,
    meaning      text COLLATE "C" NOT NULL,
    organisation text COLLATE "C" NOT NULL,
    PRIMARY KEY (prefix, meaning, organisation)
);

CREATE TABLE epcis.query (
    organisation   text   COLLATE "C" NOT NULL,
    name           text   COLLATE "C" NOT NULL,
    definition     text   NOT NULL, -- the parameters as a JSON object
    created_micros bigint NOT NULL,
    PRIMARY KEY (organisation, name)
);

CREATE TABLE epcis.subscription (
    id              uuid    PRIMARY KEY,
    organisation    text    COLLATE "C" NOT NULL,
    query           text    COLLATE "C" NOT NULL,
    sees_all        boolean NOT NULL, -- as whoever subscribed did
    destination     text    NOT NULL,
    signature_token text,
    report_if_empty boolean NOT NULL,
    schedule        text,             -- a JSON object; none where events are told as they come
    created_micros  bigint  NOT NULL,
    told            bigint  NOT NULL, -- the last event that was told or passed over
    told_micros     bigint,           -- when the other side last said that it took something
    due_micros      bigint  NOT NULL, -- not to be tried before
    failures        int     NOT NULL DEFAULT 0, -- since it last worked
    FOREIGN KEY (organisation, query) REFERENCES epcis.query ON DELETE CASCADE
);
CREATE INDEX subscription_query ON epcis.subscription (organisation, query);
CREATE INDEX subscription_due ON epcis.subscription (due_micros);

-- How far captured events were looked at for flow records of the Ytterby profile, and what became of those.
CREATE TABLE epcis.declarer (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    declared bigint  NOT NULL -- the last event that was looked at
);
INSERT INTO epcis.declarer (declared) VALUES (0);

CREATE TABLE epcis.declaration (
    event  bigint PRIMARY KEY,
    code   text COLLATE "C", -- why it is not in the ledger; none if it is
    detail text
);
