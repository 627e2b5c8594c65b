package io.heliograph.http;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A list of field names, such as {@code Vary} or {@code Connection} have (RFC 9110, section 5.6.1). */
final class ListedNames {

    private ListedNames() {}

    /** The members in lower case, in their order, empty ones passed over. */
    static Set<String> of(String field) {
        Set<String> names = new LinkedHashSet<>();
        for (String member : field.split(",", 0)) {
            String name = member.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
