-- Master data that came with events: what organisations say of the things that their events name.
CREATE TABLE epcis.attribute (
    organisation text COLLATE "C" NOT NULL,
    thing        text COLLATE "C" NOT NULL, -- as terms hold it
    name         text COLLATE "C" NOT NULL,
    value        text NOT NULL,
    PRIMARY KEY (organisation, thing, name)
);
CREATE INDEX attribute_name ON epcis.attribute (organisation, name);

-- Which thing lies within which.
CREATE TABLE epcis.within (
    organisation text COLLATE "C" NOT NULL,
    parent       text COLLATE "C" NOT NULL,
    child        text COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, parent, child)
);

ALTER TABLE epcis.attribute ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON epcis.attribute FOR SELECT
    USING ((SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[]));
ALTER TABLE epcis.within ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON epcis.within FOR SELECT
    USING ((SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[]));
GRANT SELECT ON epcis.attribute, epcis.within TO "${reader}";

-- All that lies within some things, and these themselves, as one organisation has it.
CREATE FUNCTION epcis.descendants(of_organisation text, things text[]) RETURNS SETOF text LANGUAGE sql STABLE AS
$$
WITH RECURSIVE found AS (
    SELECT unnest(things) COLLATE "C" AS thing
    UNION
    SELECT w.child FROM epcis.within w JOIN found ON w.parent = found.thing WHERE w.organisation = of_organisation
)
SELECT thing FROM found
$$;
