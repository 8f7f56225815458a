-- The second lock on what was proposed, on cases, and on where facilities lie.
GRANT SELECT (next_position) ON ledger.writer TO "${reader}";

-- Whether a facility lies in somebody's jurisdiction.
CREATE FUNCTION identity.oversees(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT coalesce(current_setting('ytterby.jurisdiction', true), '') <> '' AND EXISTS (
    SELECT FROM ledger.facility
    WHERE facility = asked AND identity.covers(current_setting('ytterby.jurisdiction', true), region)
)
$$;

-- Whether somebody's organisation helps in a case.
CREATE FUNCTION identity.helps(asked text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
SELECT EXISTS (
    SELECT FROM ledger.case_helper
    WHERE case_name = asked AND organisation = current_setting('ytterby.organisation', true)
)
$$;

ALTER TABLE ledger.facility ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON ledger.facility FOR SELECT USING (
    (SELECT identity.sees_all()) OR party = ANY ((SELECT identity.seen())::text[]) OR identity.oversees(facility));

-- What others set aside from an account is seen with the account.
DROP POLICY seen ON ledger.hold;
CREATE POLICY seen ON ledger.hold FOR SELECT USING (
    (SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[])
    OR EXISTS (SELECT FROM ledger.account AS seen WHERE seen.account = hold.account));

ALTER TABLE ledger.proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON ledger.proposal FOR SELECT USING (
    (SELECT identity.sees_all()) OR organisation = ANY ((SELECT identity.seen())::text[]));

ALTER TABLE ledger.case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON ledger.case_file FOR SELECT USING (
    (SELECT identity.sees_all()) OR party = ANY ((SELECT identity.seen())::text[])
    OR identity.oversees(facility) OR identity.helps(case_name));

-- A step is seen with its case.
ALTER TABLE ledger.case_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON ledger.case_step FOR SELECT USING (
    EXISTS (SELECT FROM ledger.case_file AS seen WHERE seen.case_name = case_step.case_name));

ALTER TABLE ledger.case_helper ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON ledger.case_helper FOR SELECT USING (
    (SELECT identity.sees_all()) OR organisation = current_setting('ytterby.organisation', true));

GRANT SELECT ON ledger.facility, ledger.proposal, ledger.case_file, ledger.case_step, ledger.case_helper TO "${reader}";
