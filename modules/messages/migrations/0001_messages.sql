-- Letters to people, and what of them went out by SMS and mail.

-- A letter as it was written, in both languages: a later template does not change what somebody was told.
-- exempt: subject
create table messages.letters (
  subject       text not null,          -- keyed hash of the person
  id            uuid not null,
  division_code text not null,          -- who wrote
  case_id       uuid,
  template      text not null,
  content       text not null,          -- sealed
  written_at    timestamptz not null,
  read_at       timestamptz,
  primary key (subject, id)
);
create index letters_unread on messages.letters (subject) where read_at is null;
create index letters_by_age on messages.letters (written_at);

-- One row a letter and channel, and one a sign-in code: that it was to go out, never what it said.
create table messages.sendings (
  division_code text not null,
  id            uuid not null,
  letter_id     uuid,                   -- null for sign-in codes
  person_id     uuid,                   -- null for sign-in codes: the phone may be nobody's yet
  template      text not null,
  channel       text not null check (channel in ('sms', 'mail')),
  receiver      text not null,          -- masked, and sealed all the same
  outcome       text not null check (outcome in ('waiting', 'sent', 'failed')),
  tries         integer not null default 0,
  last_error    text,                   -- a code of the channel, never its words: they may name the receiver
  planned_at    timestamptz not null,
  due_at        timestamptz not null,
  settled_at    timestamptz,
  primary key (division_code, id)
);
create index sendings_by_outcome on messages.sendings (division_code, outcome, id);
create index sendings_by_age on messages.sendings (planned_at);

-- Where a person wants mail. Nothing goes there before they answered with the code that was sent to it.
-- exempt: subject
create table messages.addresses (
  subject      text primary key,
  address      text not null,           -- sealed
  code         text,                    -- sealed; gone once it was handed to the channel
  code_hash    text,                    -- keyed; null once confirmed
  tries        integer not null default 0,
  asks         integer not null default 1, -- since first_ask_at, so that nobody floods a stranger's box
  first_ask_at timestamptz not null,
  asked_at     timestamptz not null,
  confirmed_at timestamptz
);
