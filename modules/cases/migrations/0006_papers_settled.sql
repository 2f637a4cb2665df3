-- Whether the files of an ended case were given the day until which they are kept (decision 0016). Cases that ended before
-- that decision have none: the period stands in the item's version and the end in the log, which no migration can read.
alter table cases.cases add column papers_settled boolean not null default false;
create index cases_papers_unsettled on cases.cases (division_code, id)
  where not papers_settled and status in ('delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived');
