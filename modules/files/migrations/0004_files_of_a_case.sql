-- The files of a case, for erasing them with it.
create index files_of_case on files.files (case_id) where case_id is not null;
