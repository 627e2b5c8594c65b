package io.heliograph.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The groups that a response belongs to, by which it can be made invalid together with others. */
public final class CacheGroups {

    private static final int MOST = 128;

    private CacheGroups() {}

    /** {@code Cache-Groups} (RFC 9875, section 2), and the {@code Surrogate-Key} and {@code Cache-Tag} of older caches. */
    public static Set<String> of(FieldLines response) {
        Set<String> groups = new LinkedHashSet<>(strings(response.value("cache-groups")));
        for (String key : response.value("surrogate-key").split("[ ,]+", 0)) {
            groups.add(key);
        }
        for (String tag : response.value("cache-tag").split(",", 0)) {
            groups.add(tag.strip());
        }
        groups.remove("");
        return Set.copyOf(new ArrayList<>(groups).subList(0, Math.min(groups.size(), MOST)));
    }

    /** The groups that the answer to an unsafe request makes invalid (RFC 9875, section 3). */
    public static Set<String> invalidatedBy(String method, int status, FieldLines response) {
        return Invalidation.isUnsafe(method) && status >= 200 && status < 400
                ? Set.copyOf(strings(response.value("cache-group-invalidation")))
                : Set.of();
    }

    private static List<String> strings(String field) {
        if (field.isBlank()) {
            return List.of();
        }
        try {
            List<String> strings = new ArrayList<>();
            for (Object member : StructuredField.list(field)) {
                if (member instanceof String string) {
                    strings.add(string);
                }
            }
            return strings;
        } catch (StructuredField.Invalid e) {
            return List.of();
        }
    }
}
