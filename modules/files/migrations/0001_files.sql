-- Uploaded evidence 材料. The bytes lie in the storage under a name made by the program; here is what is known of them.

create table files.files (
  division_code text not null,           -- where it is used; 000000 until it belongs to a case
  id            uuid not null,
  owner_id      uuid not null,           -- the person who sent it
  name          text not null,           -- sealed; people write their names into it
  media_type    text not null,           -- by content, not by what the browser said
  size_bytes    integer not null,
  sha256        text not null,
  stored_as     text not null,
  trust         text not null check (trust in ('A', 'B', 'C', 'D')),
  scan          text not null check (scan in ('clean', 'waiting', 'unscanned', 'infected')),
  case_id       uuid,
  received_at   timestamptz not null,
  keep_until    timestamptz,             -- after it the bytes are erased and the row only says that there was a file
  erased_at     timestamptz,
  primary key (division_code, id)
);
create index files_to_erase on files.files (division_code, keep_until) where erased_at is null;
create index files_waiting on files.files (division_code, received_at) where scan = 'waiting';

-- Where a file is, by its id alone: ids come from forms, which know no division.
-- exempt: claim
create table files.places (
  id            uuid primary key,
  division_code text not null
);
