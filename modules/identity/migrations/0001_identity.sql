-- People, firms, organisations, staff, posts, sessions.

-- A citizen. Number and phone are found by a keyed hash and shown from a cipher; nothing here is readable as it lies.
-- exempt: subject
create table identity.people (
  id              uuid primary key,
  phone_hash      text not null unique,
  phone           text not null,
  name            text,                 -- sealed; known once the person is verified
  resident_hash   text unique,
  resident_number text,
  verified_at     timestamptz,
  joined_at       timestamptz not null,
  check ((verified_at is null) = (resident_number is null))
);

-- exempt: subject
create table identity.firms (
  id          uuid primary key,
  credit_code text not null unique,     -- GB 32100; public
  name        text not null,
  joined_at   timestamptz not null
);

-- Who may act for a firm.
-- exempt: subject
create table identity.firm_members (
  firm_id   uuid not null references identity.firms (id),
  person_id uuid not null references identity.people (id),
  capacity  text not null check (capacity in ('legal-representative', 'agent')),
  since     timestamptz not null,
  ended_at  timestamptz,
  primary key (firm_id, person_id)
);
create index firm_members_by_person on identity.firm_members (person_id);

create table identity.organisations (
  division_code text not null,
  id            uuid not null,
  name          text not null,
  parent_id     uuid,
  made_at       timestamptz not null,
  primary key (division_code, id),
  foreign key (division_code, parent_id) references identity.organisations (division_code, id)
);
create index organisations_by_parent on identity.organisations (division_code, parent_id);

-- A department has several codes in several systems, and not all of them are credit codes.
-- exempt: claim
create table identity.organisation_codes (
  code            text not null,
  division_code   text not null,
  organisation_id uuid not null,
  kind            text not null check (kind in ('credit-code', 'organisation-code', 'local')),
  primary key (code, division_code)
);
create index organisation_codes_by_organisation on identity.organisation_codes (division_code, organisation_id);

create table identity.organisation_names (
  division_code   text not null,
  organisation_id uuid not null,
  name            text not null,
  primary key (division_code, name),
  foreign key (division_code, organisation_id) references identity.organisations (division_code, id)
);
create index organisation_names_by_organisation on identity.organisation_names (division_code, organisation_id);

create table identity.staff (
  division_code text not null,
  id            uuid not null,
  name          text not null,
  password_hash text not null,
  totp_secret   text,                   -- sealed; without it nobody signs in
  totp_step     bigint not null default 0, -- the last time step used: a code works once
  disabled_at   timestamptz,
  made_at       timestamptz not null,
  primary key (division_code, id)
);

-- exempt: claim
create table identity.staff_accounts (
  account       text primary key,
  division_code text not null,
  staff_id      uuid not null
);
create index staff_accounts_by_staff on identity.staff_accounts (division_code, staff_id);

create table identity.posts (
  division_code   text not null,
  id              uuid not null,
  staff_id        uuid not null,
  organisation_id uuid not null,
  title           text not null,
  role            text not null check (role in ('clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor')),
  above_post_id   uuid,                 -- to whom overdue work rises
  since           timestamptz not null,
  ended_at        timestamptz,
  primary key (division_code, id),
  foreign key (division_code, staff_id) references identity.staff (division_code, id),
  foreign key (division_code, organisation_id) references identity.organisations (division_code, id)
);
create index posts_by_staff on identity.posts (division_code, staff_id);
create index posts_by_organisation on identity.posts (division_code, organisation_id, role) where ended_at is null;

-- Found by the hash of the cookie's token; the token itself is nowhere.
-- exempt: claim
create table identity.sessions (
  token_hash    text primary key,
  id            uuid not null unique,
  kind          text not null check (kind in ('person', 'staff')),
  holder_id     uuid not null,
  division_code text,
  post_id       uuid,
  firm_id       uuid,
  device        text not null,
  started_at    timestamptz not null,
  seen_at       timestamptz not null,
  ended_at      timestamptz
);
create index sessions_by_holder on identity.sessions (holder_id) where ended_at is null;

-- exempt: claim
create table identity.sign_in_codes (
  id         uuid primary key,
  phone_hash text not null,
  phone      text not null,
  code       text,                      -- sealed; gone once it was handed to the channel
  code_hash  text not null,
  tries      integer not null default 0,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index sign_in_codes_by_phone on identity.sign_in_codes (phone_hash, made_at);

-- Failed tries by account, phone or address. A lock is not renewed by knocking on it.
-- exempt: claim
create table identity.attempts (
  kind         text not null,
  key          text not null,
  failures     integer not null,
  since        timestamptz not null,
  locked_until timestamptz,
  primary key (kind, key)
);
