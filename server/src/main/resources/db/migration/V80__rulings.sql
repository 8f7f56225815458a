-- A ruling on an appeal is awaited, too: part is the number of the penalty.
ALTER TABLE notices.deadline DROP CONSTRAINT deadline_what_check;
ALTER TABLE notices.deadline ADD CONSTRAINT deadline_what_check CHECK (what IN ('reply', 'correction', 'task', 'ruling'));
