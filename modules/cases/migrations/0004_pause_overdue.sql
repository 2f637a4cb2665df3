-- The clock stands longer than the item says its procedure may last, and staff were told (行政许可法 45).
alter table cases.cases add column is_pause_overdue boolean not null default false;
