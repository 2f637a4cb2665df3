-- Which masked field an officer asked to see whole, and why. Insert only; never the number itself.
create table cases.reveals (
  division_code text not null,
  id            uuid not null,
  case_id       uuid not null,
  field         text not null,          -- key of a question, with the place inside it; or `applicant.phone`
  by_id         uuid not null,
  post_id       uuid,
  reason        text not null,
  words         text,                   -- sealed
  at            timestamptz not null,
  until         timestamptz not null,
  primary key (division_code, id),
  foreign key (division_code, case_id) references cases.cases (division_code, id)
);
create index reveals_by_officer on cases.reveals (division_code, by_id, at);
