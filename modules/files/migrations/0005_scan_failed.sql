-- When the scanner last could say nothing of a file, though it was asked: such a one waits behind those it was not asked about yet.
alter table files.files add column scan_failed_at timestamptz;
-- Files let through unscanned, in the order in which a scanner that is there again is asked about them.
create index files_unscanned on files.files (scan_failed_at nulls first, id) where scan = 'unscanned' and erased_at is null;
