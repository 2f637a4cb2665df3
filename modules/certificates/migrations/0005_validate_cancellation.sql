-- Looked at in a transaction of its own: 0004 locked the tables for a moment only.
alter table certificates.actions validate constraint actions_ground_check;
alter table certificates.actions validate constraint actions_kind_check;
alter table certificates.certificates validate constraint certificates_status_check;
