-- Looked at in a transaction of its own: 0002 locked the table for a moment only.
alter table certificates.actions validate constraint actions_kind_check;
