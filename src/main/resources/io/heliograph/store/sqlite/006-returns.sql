-- When an article that came back was deleted.
create index if not exists revision_deleted on revision (site, id) where kind = 'deleted';
