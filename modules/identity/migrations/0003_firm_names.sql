-- What a firm was called from when on, as its register says: a letter printed later names it as it was called then.
-- exempt: subject
create table identity.firm_names (
  firm_id uuid not null references identity.firms (id),
  since   timestamptz not null,
  name    text not null,
  primary key (firm_id, since)
);
insert into identity.firm_names (firm_id, since, name) select id, joined_at, name from identity.firms;
