-- Whoever looks for an ended case looks for a late one, and their number grows without end.
create index cases_closed on cases.cases (division_code, organisation_id, id)
  where status in ('delivered', 'not-accepted', 'withdrawn', 'lapsed', 'archived');
