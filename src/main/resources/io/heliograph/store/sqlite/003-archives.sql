-- The revision with which an article came into a selection. Its place in the archive follows from it, whatever its date.
alter table member add column arrival integer not null default 0;
create index member_arrival on member (site, selection, arrival);

-- The closed pages of each selection's archive: a page holds what arrived up to a revision and after the page before.
create table archive (
    site      text    not null,
    selection text    not null,            -- its path
    page      integer not null,            -- from 1
    upto      integer not null,            -- the last arrival in it, for ever
    hash      text    not null,            -- of which articles are in it, in which revision
    primary key (site, selection, page)
) without rowid;

-- The latest deletions from each selection.
create table departure (
    site      text    not null,
    selection text    not null,            -- its path
    revision  integer not null,
    id        text    not null,
    iri       text    not null,
    token     text    not null,
    at        integer not null,
    primary key (site, selection, revision)
) without rowid;
create index departure_id on departure (site, id);

-- The latest instances of each lasting feed: what its readers may have.
create table instance (
    site     text    not null,
    key      text    not null,
    modified integer not null,
    hash     text    not null,
    entries  text    not null,             -- revisions of the articles in it
    primary key (site, key, modified)
) without rowid;

-- What the publisher put together, as its members were last worked out.
create table choice (
    site       text not null,
    id         text not null,
    definition text not null,
    primary key (site, id)
) without rowid;

-- What changed last.
create index article_updated on article (site, updated desc, number desc);
