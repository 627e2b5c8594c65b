package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entity tag (RFC 9110, section 8.8.3).
 *
 * @param opaque the characters between the quotes
 */
public record EntityTag(boolean weak, String opaque) {

    private static final Set<String> MARKS = Set.of("-gzip", "--gzip", "-br");

    /** A strong tag. */
    public static EntityTag strong(String opaque) {
        return new EntityTag(false, opaque);
    }

    /** As it stands in a field. */
    public String field() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }

    /** Weak comparison: the opaque parts are equal (RFC 9110, section 8.8.3.2). */
    public boolean matchesWeakly(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /**
     * Whether a server in front made this of another tag, which it marks when it codes a body itself: Apache adds "-gzip",
     * and leaves it there when it hands on what a client sends.
     */
    public boolean isMarked(EntityTag other) {
        return opaque.length() > other.opaque.length()
                && opaque.startsWith(other.opaque)
                && MARKS.contains(opaque.substring(other.opaque.length()));
    }

    /** Strong comparison: both are strong and the opaque parts are equal (RFC 9110, section 8.8.3.2). */
    public boolean matchesStrongly(EntityTag other) {
        return !weak && !other.weak && opaque.equals(other.opaque);
    }

    /**
     * The tags of an {@code If-None-Match} or {@code If-Match} list. What is not a tag is passed over, so that one
     * broken member does not spoil the others.
     */
    public static List<EntityTag> list(String field) {
        List<EntityTag> tags = new ArrayList<>(1);
        int i = 0;
        while (i < field.length()) {
            char c = field.charAt(i);
            boolean weak = c == 'W' && field.startsWith("/\"", i + 1);
            int open = weak ? i + 2 : i;
            int close = field.charAt(open) == '"' ? closingQuote(field, open) : -1;
            if (close >= 0) {
                tags.add(new EntityTag(weak, field.substring(open + 1, close)));
                i = close + 1;
            } else if (c == ',' || c == ' ' || c == '\t') {
                i++;
            } else {
                int comma = field.indexOf(',', i);
                i = comma < 0 ? field.length() : comma;
            }
        }
        return tags;
    }

    /** The one tag of an {@code ETag} field; nothing if it is none, or more than one. */
    public static Optional<EntityTag> one(String field) {
        List<EntityTag> tags = list(field);
        return tags.size() == 1 ? Optional.of(tags.get(0)) : Optional.empty();
    }

    private static int closingQuote(String field, int open) {
        for (int i = open + 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c < 0x21 || c == 0x7f) {
                return -1;
            }
        }
        return -1;
    }
}
