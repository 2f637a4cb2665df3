-- Ratings 好差评 and what a poor one sets going.

-- Cases that may be rated, kept from what cases tells. No default rating exists: not rated is no row in `rated`.
create table evaluation.ratables (
  division_code   text not null,
  case_id         uuid not null,
  organisation_id uuid not null,
  item_id         uuid not null,
  item_version    integer not null,
  applicant_id    uuid not null,
  ended_at        timestamptz,          -- null: accepted, not ended yet
  rate_until      date,
  invited_at      timestamptz,
  primary key (division_code, case_id)
);
create index ratables_by_end on evaluation.ratables (division_code, organisation_id, ended_at);

-- Whose cases they are: a person rates without knowing which division acts.
-- exempt: subject
create table evaluation.raters (
  subject       text not null,
  case_id       uuid not null,
  division_code text not null,
  primary key (subject, case_id)
);

-- One rating a case. The link is sealed, so that a row here does not lead to an anonymous rating.
create table evaluation.rated (
  division_code text not null,
  case_id       uuid not null,
  rating_link   text not null,
  primary key (division_code, case_id)
);

create table evaluation.ratings (
  division_code   text not null,
  id              uuid not null,        -- random for anonymous ones: a UUIDv7 would tell the minute
  organisation_id uuid not null,
  item_id         uuid,                 -- null for anonymous ones: few people apply for one item in one week
  item_name       text,                 -- as it was called then
  case_id         uuid,                 -- null for anonymous ones
  rater           text not null,        -- sealed: person and case, to answer them
  rater_hash      text not null,        -- keyed, one a person and organisation: five ratings are of five people
  stars           integer not null check (stars between 1 and 5),
  choices         text[] not null,
  words           text,                 -- sealed
  is_anonymous    boolean not null,
  given_on        date not null,
  counted_on      date,                 -- named: the day itself; anonymous: the day its group was released
  group_id        uuid,
  again_stars     integer check (again_stars between 1 and 5),
  again_words     text,                 -- sealed
  again_on        date,
  set_aside_on    date,                 -- after an appeal: kept, and not counted
  primary key (division_code, id),
  check (is_anonymous = (case_id is null) and is_anonymous = (item_id is null)),
  check (is_anonymous or counted_on is not null),
  check ((group_id is not null) = (is_anonymous and counted_on is not null))
);
create index ratings_named on evaluation.ratings (division_code, organisation_id, id) where case_id is not null;
create index ratings_counted on evaluation.ratings (division_code, counted_on, organisation_id);
create index ratings_unreleased on evaluation.ratings (division_code, organisation_id, given_on) where counted_on is null;
create index ratings_by_group on evaluation.ratings (division_code, group_id) where group_id is not null;

-- Anonymous ratings come to be seen by five or more at once.
create table evaluation.rating_groups (
  division_code   text not null,
  id              uuid not null,
  organisation_id uuid not null,
  released_on     date not null,
  primary key (division_code, id)
);

-- The present state of a rectification, for reading; its actions are the truth.
create table evaluation.rectifications (
  division_code   text not null,
  id              uuid not null,
  organisation_id uuid not null,
  rating_id       uuid,                 -- of one named rating,
  group_id        uuid,                 -- or of a group of anonymous ones
  case_id         uuid,
  item_id         uuid,
  item_name       text,
  limits          text not null,        -- which limits held when it was opened
  state           text not null check (state in ('opened', 'contacted', 'repaired', 'explained', 'fed-back',
                    're-rated', 'closed')),
  seq             integer not null,
  is_appealed     boolean not null default false,
  is_overdue      boolean not null default false,
  due_on          date,
  opened_at       timestamptz not null,
  closed_at       timestamptz,
  primary key (division_code, id),
  check ((rating_id is null) <> (group_id is null))
);
create index rectifications_by_state on evaluation.rectifications (division_code, organisation_id, state, id);
create index rectifications_by_rating on evaluation.rectifications (division_code, rating_id) where rating_id is not null;
create index rectifications_by_group on evaluation.rectifications (division_code, group_id) where group_id is not null;

-- Append only.
create table evaluation.rectification_actions (
  division_code    text not null,
  rectification_id uuid not null,
  seq              integer not null,
  kind             text not null,
  at               timestamptz not null,
  by_kind          text not null check (by_kind in ('applicant', 'staff', 'clock')),
  by_id            text,                -- null for applicants: an anonymous one stays so
  post_id          uuid,
  body             text not null,       -- sealed
  primary key (division_code, rectification_id, seq),
  foreign key (division_code, rectification_id) references evaluation.rectifications (division_code, id)
);

-- Which limits a division goes by; without a row the usual ones.
create table evaluation.chosen_limits (
  division_code text not null primary key,
  limits        text not null
);
