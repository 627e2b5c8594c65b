-- What follows is derived from the articles that readers may see, and is made anew when the way of deriving it changes.
create table derived (
    version integer not null
);

-- Which articles are in which selection, in the order in which they are shown.
create table member (
    site      text    not null,
    selection text    not null,            -- its path
    published integer not null,
    article   integer not null,
    primary key (site, selection, published desc, article desc)
) without rowid;
create index member_article on member (article);

-- What selections with a page of their own are called, in the order in which they came to be.
create table facet (
    number integer primary key autoincrement,
    site   text not null,
    path   text not null,
    name   text not null
);
create unique index facet_path on facet (site, path);

-- The words of the articles.
create virtual table words using fts5 (
    site, title, names, body,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

drop index article_section;
drop index article_watchable;
alter table article drop column section;
alter table article drop column name;
alter table article drop column watchable;
