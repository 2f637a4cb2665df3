-- Items with their versions, halls, what is searched, what imports brought and what they could not take.

-- What an item is apart from who does it: name and basic code (基本目录). Thousands of divisions offer the same one, so
-- it is ranked once here and the office looked up after.
-- exempt: reference
create table catalogue.basic_items (
  id         uuid primary key,
  name       text not null,
  name_key   text not null,             -- half width, lower case, without marks and spaces
  basic_code text not null,             -- national or provincial basic code; empty where none is known
  words      text[] not null,           -- how people say it, from all its items
  search     tsvector not null,         -- our own tokens: A name, B words
  length     real not null,             -- tokens of the name, for BM25
  divisions  integer not null,          -- how many offer it now
  unique (name_key, basic_code)
);
create index basic_items_search on catalogue.basic_items using gin (search) with (fastupdate = off);
create index basic_items_by_code on catalogue.basic_items (basic_code) where basic_code <> '';

-- How many basic items hold a token; counted anew by a recurring job, since BM25 does not need it exact.
-- exempt: reference
create table catalogue.search_terms (
  term      text primary key,
  documents integer not null
);

create table catalogue.items (
  division_code     text not null,
  id                uuid not null,
  code              text not null,      -- as its own place writes it
  organisation_id   uuid not null,
  published_version integer,
  work_version      integer,            -- the draft, or what is in review
  basic_id          uuid,
  -- What lists show, from the version that stands, or from the first draft while none does.
  name              text not null,
  name_en           text,
  kind              text not null,
  online            text not null check (online in ('guide-only', 'online')),
  organisation_name text not null,
  audience          text[] not null,
  life_events       text[] not null,
  summary           text not null,
  summary_en        text,
  quality           real not null,
  made_at           timestamptz not null,
  primary key (division_code, id),
  unique (division_code, code)
);
create index items_by_basic on catalogue.items (basic_id, division_code) where published_version is not null;
create index items_published on catalogue.items (division_code, organisation_id, id) where published_version is not null;

create table catalogue.item_codes (
  division_code text not null,
  code          text not null,
  item_id       uuid not null,
  primary key (division_code, code, item_id),
  foreign key (division_code, item_id) references catalogue.items (division_code, id)
);
create index item_codes_by_code on catalogue.item_codes (code text_pattern_ops);
create index item_codes_by_item on catalogue.item_codes (division_code, item_id);

-- A draft changes under its revision; from review on a row is never changed again but for its state.
create table catalogue.item_versions (
  division_code text not null,
  item_id       uuid not null,
  version       integer not null,
  state         text not null check (state in ('draft', 'in-review', 'published', 'withdrawn')),
  revision      integer not null,
  content       jsonb not null,
  quality       jsonb not null,
  edited_by     text not null,
  edited_at     timestamptz not null,
  published_at  timestamptz,
  primary key (division_code, item_id, version),
  foreign key (division_code, item_id) references catalogue.items (division_code, id)
);

-- Append only: who saved, sent, returned, published, withdrew, and why.
create table catalogue.item_actions (
  division_code text not null,
  item_id       uuid not null,
  id            uuid not null,
  version       integer not null,
  action        text not null,
  actor         text not null,
  at            timestamptz not null,
  note          text,
  primary key (division_code, item_id, id)
);

create table catalogue.halls (
  division_code text not null,
  id            uuid not null,
  name          text not null,
  address       text not null,
  phone         text not null,
  hours         text not null,
  primary key (division_code, id),
  unique (division_code, name)
);

create table catalogue.windows (
  division_code   text not null,
  id              uuid not null,
  hall_id         uuid not null,
  number          text not null,
  name            text not null,
  organisation_id uuid,
  primary key (division_code, id),
  unique (division_code, hall_id, number),
  foreign key (division_code, hall_id) references catalogue.halls (division_code, id)
);

-- Lines of imports that were not taken, each with its reason; a later run that takes the line removes it.
-- exempt: queue
create table catalogue.quarantine (
  source text not null,                 -- the file's name
  line   integer not null,
  reason text not null,
  line_text text not null,
  at     timestamptz not null,
  primary key (source, line)
);

-- The country down to the village, as lists bring it. Codes repeat inside one list and differ between lists, so a row
-- is known by its list, its code and its name.
-- exempt: reference
create table catalogue.divisions (
  source      text not null,
  code        text not null,            -- 6 digits to the county, 9 a township, 12 a village
  name        text not null,
  level       text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  parent_code text,
  primary key (source, code, name)
);
create index divisions_by_parent on catalogue.divisions (source, parent_code, code);

-- GB/T 4754, four levels.
-- exempt: reference
create table catalogue.industries (
  code        text primary key,
  name        text not null,
  level       integer not null check (level between 1 and 4),
  parent_code text references catalogue.industries (code)
);
create index industries_by_parent on catalogue.industries (parent_code);
