-- Days on which offices work, or do not, whatever the day of the week; and within how many working days a group splits
-- a batch. Entered by plan officers from the notices, with their source; the newest entry of a day or batch counts.
CREATE TABLE planning.calendar_day (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day        date    NOT NULL,
    is_working boolean NOT NULL,
    source     text    NOT NULL CHECK (source <> ''),
    person     text    COLLATE "C" NOT NULL,
    at         timestamptz NOT NULL
);
CREATE TABLE planning.split_rule (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    year         int    NOT NULL,
    batch        text   COLLATE "C" NOT NULL,
    working_days int    NOT NULL CHECK (working_days BETWEEN 1 AND 250),
    source       text   NOT NULL CHECK (source <> ''),
    person       text   COLLATE "C" NOT NULL,
    at           timestamptz NOT NULL
);
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.calendar_day
    FOR EACH ROW EXECUTE FUNCTION planning.keep();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON planning.split_rule
    FOR EACH ROW EXECUTE FUNCTION planning.keep();
