-- Events, deliveries, idempotency keys, the access log. Everything here is append, or a claim that is worked off.

-- News of the past. Never changed, never deleted; the ledger makes its leaves of it.
create table platform.events (
  division_code text not null,
  id            uuid not null,
  name          text not null,
  key           text not null,          -- what it is about: a case's id
  payload       jsonb not null,         -- ids and dates, never personal data
  actor         text not null,
  occurred_at   timestamptz not null,
  primary key (division_code, id)
);
create index events_by_key on platform.events (division_code, key, id);

-- Who listens to what; written by the program at start from its modules.
-- exempt: reference
create table platform.subscriptions (
  event_name text not null,             -- '*' is every event but jobs
  subscriber text not null,
  primary key (event_name, subscriber)
);

-- One row a subscriber: a cursor on ids would skip commits that become visible late.
create table platform.deliveries (
  division_code text not null,
  event_id      uuid not null,
  subscriber    text not null,
  not_before    timestamptz not null,
  tries         integer not null default 0,
  done_at       timestamptz,
  parked_at     timestamptz,
  last_error    text,
  primary key (division_code, event_id, subscriber),
  foreign key (division_code, event_id) references platform.events (division_code, id)
);
create index deliveries_open on platform.deliveries (division_code, not_before, event_id)
  where done_at is null and parked_at is null;
create index deliveries_parked on platform.deliveries (division_code, parked_at) where parked_at is not null;

-- One row a command: its answer is replayed to whoever sends it again within 24 hours.
-- exempt: claim
create table platform.idempotency_keys (
  actor       text not null,
  key         text not null,
  fingerprint text not null,            -- of route and body: another body under the same key is a mistake
  status      integer,
  answer      text,
  made_at     timestamptz not null,
  primary key (actor, key)
);
create index idempotency_keys_by_age on platform.idempotency_keys (made_at);

-- Who read whose data, for what. Insert only.
-- exempt: subject
create table platform.access_log (
  subject       text not null,          -- keyed hash of the person or firm
  id            uuid not null,
  at            timestamptz not null,
  actor_kind    text not null,
  actor         text not null,
  post          text,
  organisation  text,
  division_code text,
  case_id       text,
  purpose       text not null,
  fields        text[] not null,
  primary key (subject, id)
);
create index access_log_by_actor on platform.access_log (actor, at);

-- What answered last, so that several workers and a health page know of each other.
-- exempt: queue
create table platform.heartbeats (
  worker  text not null primary key,
  at      timestamptz not null,
  version text not null
);
