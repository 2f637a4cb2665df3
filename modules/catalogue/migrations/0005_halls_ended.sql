-- A hall that has closed for good leads nobody there; its row stays, since announcements of closings and hours name it.
alter table catalogue.halls add column is_ended boolean not null default false;
