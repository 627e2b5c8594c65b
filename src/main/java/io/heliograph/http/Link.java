package io.heliograph.http;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A link from a resource to another (RFC 8288).
 *
 * @param target URI reference, percent-encoded
 * @param relation one of the registered relation types, such as {@code alternate}
 * @param type media type of what is there; empty if it is not told
 */
public record Link(String target, String relation, String type) {

    public Link {
        if (!target.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>')) {
            throw new IllegalArgumentException("not a URI reference: " + target);
        }
    }

    /** A link to something whose type need not be told. */
    public Link(String target, String relation) {
        this(target, relation, "");
    }

    /** The value of a {@code Link} field (section 3). */
    public static String field(Collection<Link> links) {
        return links.stream()
                .map(link -> '<' + link.target + ">; rel=\"" + link.relation + '"'
                        + (link.type.isEmpty() ? "" : "; type=\"" + link.type + '"'))
                .collect(Collectors.joining(", "));
    }
}
