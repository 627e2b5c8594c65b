package io.heliograph.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * An article's id in the three forms that formats ask for. All three are made once, stored, and then the same for
 * ever and on every host.
 *
 * @param value the origin's own id, verbatim, or a {@code tag:} URI where it gave none: RSS {@code guid}, JSON Feed
 *     {@code id}
 * @param iri the value where it is an absolute IRI, else a {@code tag:} URI made from it: Atom {@code id} (RFC 4287,
 *     section 4.2.6)
 * @param token 32 characters of {@code a-z2-7} made from the value: TV feeds take at most 50 letters and digits
 */
public record ArticleId(String value, String iri, String token) {

    /** What a URN of that name must look like (RFC 9562, section 4). */
    private static final Pattern UUID =
            Pattern.compile("(?i)urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The id of an article whose origin calls it {@code value}. */
    public static ArticleId of(String value, TagAuthority authority) {
        String token = Fingerprint.of(value, 32);
        return new ArticleId(value, isIri(value) ? value : authority.uri("a/" + token), token);
    }

    /** The id of an article whose origin gave none: minted from what tells it apart there, such as its file's path. */
    public static ArticleId minted(String distinction, TagAuthority authority) {
        return of(authority.uri("a/" + Fingerprint.of(distinction, 32)), authority);
    }

    /** Whether a value says of itself, all over the world, what it names: an absolute IRI. */
    public boolean isGlobal() {
        return value.equals(iri);
    }

    /** Whether a value may be an id of Atom's: an absolute IRI of a scheme that names things. */
    static boolean isIri(String value) {
        try {
            URI uri = new URI(value);
            // Brackets are for the addresses of IPv6 alone, and those are the same nowhere else; characters beyond
            // Unicode's
            // first plane are right in an IRI (RFC 3987, section 2.2), but readers exist that take none.
            boolean astral = value.chars().anyMatch(c -> Character.isSurrogate((char) c));
            if (!uri.isAbsolute() || astral || value.indexOf('[') >= 0 || value.indexOf(']') >= 0) {
                return false;
            }
            return switch (uri.getScheme()) {
                case "http", "https", "ftp" -> uri.getHost() != null;
                case "urn" ->
                    value.matches("(?i)urn:uuid:.*")
                            ? UUID.matcher(value).matches()
                            : value.matches("urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:.+");
                case "tag" -> value.matches("tag:[A-Za-z0-9._@-]+,\\d{4}(-\\d\\d){0,2}:.*");
                default -> false;
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
