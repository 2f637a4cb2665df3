-- Cases 办件. The log of actions is the truth; the row of a case is its present state for reading.

create table cases.cases (
  division_code     text not null,
  id                uuid not null,
  number            text not null,      -- random, from filing; what the applicant quotes
  official_number   text,               -- given on acceptance
  item_id           uuid not null,
  item_version      integer not null,   -- pinned: a case keeps the rules it was filed under
  item_name         text not null,
  organisation_id   uuid not null,
  applicant_id      uuid not null,      -- the person who acts
  owner_id          uuid not null,      -- that person, or the firm they act for
  applicant_name    text,               -- sealed
  answers           text not null,      -- sealed
  answers_revision  integer not null,
  status            text not null check (status in ('draft', 'submitted', 'correction', 'accepted', 'decided',
                      'delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived')),
  seq               integer not null,   -- actions so far
  is_paused         boolean not null default false,
  outcome           text,
  held_by           uuid,
  step              text,               -- the step that is due
  role_due          text,               -- whose turn it is: clerk, reviewer, approver
  received_on       date,
  accepted_on       date,
  decided_on        date,
  due_on            date,
  legal_due_on      date,
  warn_on           date,
  is_overdue        boolean not null default false,
  started_at        timestamptz not null,
  submitted_at      timestamptz,
  changed_at        timestamptz not null,
  primary key (division_code, id),
  check (status in ('draft', 'submitted', 'withdrawn', 'lapsed', 'not-accepted', 'correction', 'archived') or accepted_on is not null)
);
create index cases_inbox on cases.cases (division_code, organisation_id, status, role_due, due_on, id);
create index cases_held on cases.cases (division_code, held_by, due_on, id) where held_by is not null;
create index cases_drafts on cases.cases (division_code, changed_at) where status = 'draft';

-- Append only. What was said in an action is sealed: reasons and notes speak of people.
create table cases.actions (
  division_code text not null,
  case_id       uuid not null,
  seq           integer not null,
  kind          text not null,
  at            timestamptz not null,
  by_kind       text not null check (by_kind in ('applicant', 'staff', 'clock')),
  by_id         text not null,
  post_id       uuid,
  body          text not null,
  primary key (division_code, case_id, seq),
  foreign key (division_code, case_id) references cases.cases (division_code, id)
);

create table cases.materials (
  division_code text not null,
  case_id       uuid not null,
  material      text not null,          -- key in the item
  file_id       uuid not null,
  source        text not null check (source in ('upload', 'certificate')),
  added_at      timestamptz not null,
  removed_at    timestamptz,            -- never deleted after filing: what was decided upon stays visible
  primary key (division_code, case_id, material, file_id),
  foreign key (division_code, case_id) references cases.cases (division_code, id)
);

-- A person's or firm's cases wherever they are handled.
-- exempt: subject
create table cases.owned (
  subject       text not null,
  case_id       uuid not null,
  division_code text not null,
  primary key (subject, case_id)
);

-- Unique everywhere, found without knowing the division.
-- exempt: claim
create table cases.numbers (
  number        text primary key,
  division_code text not null,
  case_id       uuid not null
);
create index numbers_by_case on cases.numbers (division_code, case_id);
