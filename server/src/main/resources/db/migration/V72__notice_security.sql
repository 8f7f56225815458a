-- The second lock on notices: each is seen by the person whom it tells, while they are of the organisation that they
-- were of then.
ALTER TABLE notices.notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON notices.notice FOR SELECT USING (
    person = (SELECT nullif(current_setting('ytterby.person', true), ''))
    AND organisation = (SELECT current_setting('ytterby.organisation', true)));
GRANT USAGE ON SCHEMA notices TO "${reader}";
GRANT SELECT ON notices.notice TO "${reader}";
