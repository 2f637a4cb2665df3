-- Electronic certificates 电子证照.

create table certificates.types (
  division_code  text not null,
  code           text not null,          -- the items name it by this
  type_code      text not null,          -- 证照类型代码, GB/T 36904: defining organ and three digits
  name           text not null,
  name_en        text not null,
  fields         jsonb not null,         -- what stands on it, and from which answer
  valid_months   integer,                -- null: without end
  primary key (division_code, code)
);

-- What stands on it is sealed; the row knows only what lists and verification need.
create table certificates.certificates (
  division_code     text not null,
  id                uuid not null,
  identifier        text not null,       -- 电子证照标识, GB/T 36904
  type              text not null,
  subject           text not null,       -- keyed hash of the holder
  holder_kind       text not null check (holder_kind in ('person', 'firm')),
  organisation_id   uuid not null,
  organisation_name text not null,
  case_id           uuid not null,
  particulars       text not null,       -- sealed
  secret            text not null,       -- sealed; in the QR code
  secret_hash       text not null,
  status            text not null check (status in ('valid', 'suspended', 'revoked')),
  issued_at         timestamptz not null,
  valid_from        date not null,
  valid_until       date,
  primary key (division_code, id)
);
create index certificates_by_case on certificates.certificates (division_code, case_id);

-- A holder's wallet, whichever division issued it.
-- exempt: subject
create table certificates.wallets (
  subject        text not null,
  certificate_id uuid not null,
  division_code  text not null,
  primary key (subject, certificate_id)
);

-- exempt: claim
create table certificates.identifiers (
  identifier     text primary key,
  division_code  text not null,
  certificate_id uuid not null
);

-- Append only: what happened to a certificate, why and by which law.
create table certificates.actions (
  division_code  text not null,
  certificate_id uuid not null,
  seq            integer not null,
  kind           text not null check (kind in ('issued', 'suspended', 'restored', 'revoked')),
  at             timestamptz not null,
  by_id          text not null,
  post_id        uuid,
  reason         text,                   -- sealed
  law            text,
  primary key (division_code, certificate_id, seq),
  foreign key (division_code, certificate_id) references certificates.certificates (division_code, id)
);
