-- What visitors who read no Chinese are told of a hall; null where nobody has written it.
alter table catalogue.halls
  add column name_en text,
  add column address_en text,
  add column hours_en text;
