package io.heliograph.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Who mints a site's {@code tag:} URIs: a domain name or e-mail address, and a date on which its holder had it
 * (RFC 4151, section 2.1). It is a statement about the past, so it stays true when the domain is lost.
 */
public record TagAuthority(String name, String date) {

    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9._-]+@)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d){0,2}");

    public TagAuthority {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a domain name or e-mail address: " + name);
        }
        if (!isDate(date)) {
            throw new IllegalArgumentException("not a date like 2026, 2026-11 or 2026-11-23: " + date);
        }
    }

    /** Whether it is a day there has been; without day or month, the first one is meant (RFC 4151, section 2.1). */
    private static boolean isDate(String date) {
        try {
            return DATE.matcher(date).matches() && LocalDate.parse((date + "-01-01").substring(0, 10)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Reads {@code news.example,2026}.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static TagAuthority parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("has no comma between owner and date");
        }
        return new TagAuthority(
                text.substring(0, comma).strip(), text.substring(comma + 1).strip());
    }

    /** The {@code tag:} URI of something of this authority's. {@code specific} is in the characters of a URL path. */
    public String uri(String specific) {
        return "tag:" + name + "," + date + ":" + specific;
    }

    @Override
    public String toString() {
        return name + "," + date;
    }
}
