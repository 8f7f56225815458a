-- The second lock (ADR 31). What is read on behalf of somebody is read as the role ${reader}, which sees the rows of
-- those organisations that the transaction's settings name, and none where they name nobody. The owner, who writes,
-- is not bound.

-- Whether somebody sees everybody's matters.
CREATE FUNCTION identity.sees_all() RETURNS boolean LANGUAGE sql STABLE AS
$$
SELECT coalesce(current_setting('ytterby.sees_all', true), '') = 'on'
$$;

-- Whether a jurisdiction covers a region: codes by their beginning, names by their path.
CREATE FUNCTION identity.covers(jurisdiction text, region text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$
SELECT CASE
    WHEN jurisdiction = '' THEN false
    WHEN jurisdiction ~ '^[0-9]+$' THEN region ~ '^([0-9]{2}){1,3}$' AND starts_with(region, jurisdiction)
    ELSE region = jurisdiction OR starts_with(region, jurisdiction || '/')
END
$$;

-- The organisations that somebody sees: their own, and those all of whose facilities lie in their jurisdiction.
CREATE FUNCTION identity.seen() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT ARRAY (
    SELECT nullif(current_setting('ytterby.organisation', true), '')
    UNION ALL
    SELECT party FROM ledger.facility
    WHERE coalesce(current_setting('ytterby.jurisdiction', true), '') <> ''
    GROUP BY party
    HAVING bool_and(identity.covers(current_setting('ytterby.jurisdiction', true), region))
)
$$;

GRANT USAGE ON SCHEMA ledger, epcis, identity TO "${reader}";

DO
$$
DECLARE
    owned text[];
BEGIN
    FOREACH owned SLICE 1 IN ARRAY ARRAY[
        ['ledger.submission', 'organisation'],
        ['ledger.account', 'holder'],
        ['ledger.hold', 'organisation'],
        ['epcis.event', 'organisation'],
        ['epcis.job', 'organisation'],
        ['epcis.resource', 'organisation'],
        ['epcis.prefix', 'organisation'],
        ['epcis.query', 'organisation'],
        ['epcis.subscription', 'organisation'],
        ['identity.person', 'organisation'],
        ['identity.client', 'organisation']
    ] LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', owned[1]);
        EXECUTE format(
            'CREATE POLICY seen ON %s FOR SELECT USING ((SELECT identity.sees_all()) OR %I = ANY ((SELECT identity.seen())::text[]))',
            owned[1], owned[2]);
    END LOOP;
END
$$;

GRANT SELECT ON ledger.submission, ledger.account, ledger.hold, epcis.event, epcis.job, epcis.resource,
    epcis.prefix, epcis.query, epcis.subscription TO "${reader}";
-- secrets stay with the owner
GRANT SELECT (name, organisation, roles, jurisdiction, temporary, disabled) ON identity.person TO "${reader}";
GRANT SELECT (id, organisation, roles, created) ON identity.client TO "${reader}";

-- A number is seen with its event.
ALTER TABLE epcis.number ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON epcis.number FOR SELECT
    USING (EXISTS (SELECT FROM epcis.event AS seen WHERE seen.id = event));
GRANT SELECT ON epcis.number TO "${reader}";

-- Found by its hash alone, which an event bears.
GRANT SELECT ON epcis.context TO "${reader}";

ALTER TABLE identity.read ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON identity.read FOR SELECT USING ((SELECT identity.sees_all()));
GRANT SELECT ON identity.read TO "${reader}";

-- The events that bear one of some terms, of those that somebody sees. Under row-level security the index on terms
-- cannot be used directly: whether arrays overlap might tell something of rows that are hidden.
CREATE FUNCTION epcis.bearing(asked text[]) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT ARRAY (
    SELECT id FROM epcis.event
    WHERE terms && asked
      AND ((SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[]))
)
$$;
