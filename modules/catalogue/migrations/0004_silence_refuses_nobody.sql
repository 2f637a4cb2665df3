-- `refuse` could be chosen for silence past the limit and never did anything; guides said it all the same. Versions are
-- otherwise never changed after review: this one word goes, and every case filed under them runs as it did.
update catalogue.item_versions
set content = jsonb_set(content, '{process,silence}', '"none"')
where content #>> '{process,silence}' = 'refuse';
