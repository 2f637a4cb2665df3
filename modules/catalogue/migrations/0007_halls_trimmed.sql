-- Files of halls are read without the spaces round a name; names kept before that stood beside them, and `end hall`, which
-- trims too, never met them. Of two that become one the open one keeps the name, then the one without spaces (later files
-- write to it); the other gets a number behind it, since announcements name both by their ids. Spaces as JavaScript trims.
with trimmed as (
  select division_code, id, is_ended, name,
    btrim(name, E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') as bare
  from catalogue.halls),
placed as (
  select *, row_number() over (partition by division_code, bare order by is_ended, name <> bare, id) as place from trimmed)
update catalogue.halls h
set name = p.bare || '（' || case
  when exists (select 1 from trimmed t where t.division_code = p.division_code and t.bare = p.bare || '（' || p.place || '）')
    then p.id::text else p.place::text end || '）'
from placed p
where h.division_code = p.division_code and h.id = p.id and p.place > 1 and p.bare <> '';

update catalogue.halls
set name = btrim(name, E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
where btrim(name, E' \t\n\u000b\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
  not in ('', name);
