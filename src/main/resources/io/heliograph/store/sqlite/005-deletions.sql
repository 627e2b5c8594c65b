-- Where the deleted article lived: some readers know articles by their addresses.
alter table departure add column path text not null default '';
update departure set path = coalesce(
    (select t.path from tombstone t where t.site = departure.site and t.id = departure.id), '');
create index departure_path on departure (site, path);

-- 1 if it was deleted, and has not been shown since.
alter table article add column gone integer not null default 0;
