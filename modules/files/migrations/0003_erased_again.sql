-- What a person sent within a day counts also where they erased it again: else sending and erasing would have no end.
create index files_erased_again on files.files (owner_id, received_at) where erased_at is not null;
