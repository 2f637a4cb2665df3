-- Which list was brought last: where two name the places below a county, the newer one is asked. Also the few sources to
-- probe the index of divisions by, since that begins with the source.
-- exempt: reference
create table catalogue.division_lists (
  source      text primary key,
  imported_at timestamptz not null
);
insert into catalogue.division_lists (source, imported_at)
select distinct source, now() from catalogue.divisions;
