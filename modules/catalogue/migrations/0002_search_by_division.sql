-- A search in one division reads which basic items it offers from the index alone, not from rows spread over the disk.
create index items_in_division on catalogue.items (division_code, basic_id, id) where published_version is not null;
