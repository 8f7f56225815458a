-- What people keep for themselves on their pages: filters under a name.
CREATE SCHEMA desk;

CREATE TABLE desk.saved_view (
    person text COLLATE "C" NOT NULL, -- may be an issuer's, who has no row here
    page   text COLLATE "C" NOT NULL, -- path
    name   text COLLATE "C" NOT NULL,
    query  text NOT NULL,
    PRIMARY KEY (person, page, name)
);
