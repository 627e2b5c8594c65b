package io.heliograph.article;

import java.time.ZoneId;
import java.util.List;

/**
 * One publication.
 *
 * @param id short name, unique in a gateway: {@code [a-z0-9-]+}
 * @param title plain text, never empty
 * @param description plain text, never empty
 * @param language BCP 47 tag
 * @param zone in which dates are written for people
 * @param hosts the first is canonical, the others are mirrors
 * @param theme how its pages look
 * @param syndication how its feeds are made
 * @param prefix path under which its own pages, feeds and files are, all but articles; empty for the root
 */
public record Site(
        String id,
        String title,
        String description,
        String language,
        TagAuthority authority,
        ZoneId zone,
        List<Host> hosts,
        Theme theme,
        Syndication syndication,
        String prefix) {

    public Site {
        title = Text.line(title);
        description = Text.line(description);
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a site needs a host");
        }
    }

    /** A site whose own pages are at the root. */
    public Site(
            String id,
            String title,
            String description,
            String language,
            TagAuthority authority,
            ZoneId zone,
            List<Host> hosts,
            Theme theme,
            Syndication syndication) {
        this(id, title, description, language, authority, zone, hosts, theme, syndication, "");
    }

    /** A site with the usual feeds. */
    public Site(
            String id,
            String title,
            String description,
            String language,
            TagAuthority authority,
            ZoneId zone,
            List<Host> hosts,
            Theme theme) {
        this(id, title, description, language, authority, zone, hosts, theme, Syndication.USUAL);
    }

    /** A site in the usual dress. */
    public Site(
            String id,
            String title,
            String description,
            String language,
            TagAuthority authority,
            ZoneId zone,
            List<Host> hosts) {
        this(id, title, description, language, authority, zone, hosts, Theme.USUAL);
    }

    /** Where a path of ours is found on the site, as {@link OwnPath#placed} says. */
    public String placed(String path) {
        return OwnPath.placed(prefix, path);
    }

    /** The same site with other ids, texts or language. */
    public Site told(String newTitle, String newDescription, String newLanguage, TagAuthority newAuthority) {
        return new Site(
                id, newTitle, newDescription, newLanguage, newAuthority, zone, hosts, theme, syndication, prefix);
    }

    /** The host that {@code rel=canonical} names. */
    public Host canonical() {
        return hosts.get(0);
    }
}
