-- What was once said and stays, such as a podcast's id.
create table settled (
    site  text not null,
    name  text not null,
    value text not null,
    primary key (site, name)
) without rowid;

-- What was published before is news no more; moved by transactions alone, so that time never enters a rendering.
alter table site add column news_after integer not null default 0;
