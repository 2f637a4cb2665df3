-- The working days of a division, as they were announced. Append only: what is wrong is withdrawn by a later row, so that
-- what was known on any day can be read again.

create table calendar.announcements (
  division_code text not null,          -- whom it holds for: this division and everything in it; 000000 the country
  id            uuid not null,
  kind          text not null check (kind in ('year', 'days', 'hours', 'withdrawal')),
  hall_id       uuid,                   -- days and hours of one hall alone
  document      text not null,          -- the source: title and number of the document
  body          jsonb not null,
  published_at  timestamptz not null,
  published_by  text not null,          -- a member of staff, `operator` for the command, `program` for a new version
  primary key (division_code, id)
);
create index announcements_by_time on calendar.announcements (division_code, published_at, id);
