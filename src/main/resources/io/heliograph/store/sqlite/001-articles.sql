-- One row a site, made when it is first seen.
create table site (
    id        text not null primary key,
    authority text not null                -- mints its tag: URIs, for ever
) without rowid;

-- What is remembered of an origin. Times are seconds since 1970, as everywhere here.
create table origin (
    site          text    not null,
    key           text    not null,
    configured    integer not null default 1,
    title         text    not null default '',
    description   text    not null default '',
    language      text    not null default '',
    etag          text    not null default '',
    last_modified text    not null default '',
    failures      integer not null default 0,
    last_success  integer not null default 0,
    next_poll     integer not null default 0,
    primary key (site, key)
) without rowid;

-- Articles as they are now. Of two with one date the later one to come is the newer.
create table article (
    number    integer primary key,
    site      text    not null,
    origin    text    not null,
    source    text    not null,            -- the origin's own id, or what stands in for it
    id        text    not null,
    iri       text    not null,
    token     text    not null,
    path      text    not null,
    section   text    not null,            -- slug; '' if none
    name      text    not null,            -- the section's name
    published integer not null,
    updated   integer not null,
    visible   integer not null,            -- 0 while it is under embargo
    watchable integer not null,            -- 1 if it has a video or a live stream
    revision  integer not null,
    hash      text    not null,            -- of what the origin gave
    document  text    not null             -- JSON
);
create unique index article_source on article (site, origin, source);
create unique index article_id on article (site, id);
create unique index article_path on article (site, path);
create index article_newest on article (site, visible, published desc, number desc);
create index article_section on article (site, section, visible, published desc, number desc);
create index article_watchable on article (site, published desc, number desc) where visible = 1 and watchable = 1;
create index article_embargo on article (published) where visible = 0;

-- Every path at which an article ever lived, so that no link dies.
create table path (
    site text not null,
    path text not null,
    id   text not null,
    primary key (site, path)
) without rowid;

-- The deleted, who keep their names.
create table tombstone (
    site     text    not null,
    origin   text    not null,
    source   text    not null,
    id       text    not null,
    iri      text    not null,
    token    text    not null,
    path     text    not null,
    deleted  integer not null,
    revision integer not null,
    primary key (site, id)
) without rowid;
create unique index tombstone_source on tombstone (site, origin, source);

-- Every accepted change, in order. Numbers are never used again.
create table revision (
    revision integer primary key autoincrement,
    site     text    not null,
    id       text    not null,
    at       integer not null,
    kind     text    not null check (kind in ('added', 'updated', 'deleted', 'released'))
);

-- When each selection last changed.
create table selection (
    site    text    not null,
    path    text    not null,
    changed integer not null,
    primary key (site, path)
) without rowid;

-- When each representation last changed, and the hash it has had since.
create table representation (
    site     text    not null,
    key      text    not null,
    hash     text    not null,
    modified integer not null,
    primary key (site, key)
) without rowid;
