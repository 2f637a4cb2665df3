-- Acceptance and delivery end a hold: the case lies free for its next post. Rows made before follow their fold.
update cases.cases c set held_by = null
where c.held_by is not null
  and c.status in ('accepted', 'delivered', 'archived')
  and not exists (
    select 1 from cases.actions held
    where held.division_code = c.division_code and held.case_id = c.id and held.kind = 'claimed'
      and held.seq > (
        select max(ended.seq) from cases.actions ended
        where ended.division_code = c.division_code and ended.case_id = c.id
          and ended.kind in ('accepted', 'delivered')
      )
  );
