-- How far people have come in the tour of the pages; `over` once they finished it, or did not want it.
CREATE TABLE desk.tour (
    person text COLLATE "C" PRIMARY KEY, -- may be an issuer's, who has no row here
    step   text COLLATE "C" NOT NULL
);
