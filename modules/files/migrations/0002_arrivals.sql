-- Bytes on their way in: noted before the first one is written, gone when the file is entered. What a crash leaves here
-- is found and erased with its bytes.
-- exempt: claim
create table files.arrivals (
  stored_as text primary key,
  begun_at  timestamptz not null
);

-- What one person sent lately and what of it lies with no case, wherever it is used.
create index files_of_owner on files.files (owner_id, received_at) where erased_at is null;
-- Whether another file still has the content a preview was drawn from.
create index files_by_content on files.files (sha256) where erased_at is null;
