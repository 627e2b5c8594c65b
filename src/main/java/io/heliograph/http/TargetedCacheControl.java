package io.heliograph.http;

import java.util.Map;
import java.util.Optional;

/**
 * {@code CDN-Cache-Control}: directives for caches like ours alone (RFC 9213). Where it can be read and says something, it
 * stands in place of {@code Cache-Control} and {@code Expires}; else it is as if it were not there.
 */
public final class TargetedCacheControl {

    /** The field's name. */
    public static final String FIELD = "cdn-cache-control";

    private TargetedCacheControl() {}

    /** The directives of a response that are meant for us alone (RFC 9213, section 2.1). */
    static Optional<CacheControl> of(FieldLines response) {
        String field = response.value(FIELD);
        if (field.isBlank()) {
            return Optional.empty();
        }
        Map<String, Object> members;
        try {
            members = StructuredField.dictionary(field);
        } catch (StructuredField.Invalid e) {
            return Optional.empty();
        }
        if (members.isEmpty()) {
            return Optional.empty();
        }
        CacheControl.Gatherer gatherer = new CacheControl.Gatherer();
        members.forEach((name, value) -> {
            if (value instanceof Long number) {
                if (number >= 0) {
                    gatherer.valued(name, number.toString());
                }
            } else if (Boolean.TRUE.equals(value)) {
                if (!name.endsWith("age")) {
                    gatherer.flag(name);
                }
            } else if (value instanceof String fields && !name.endsWith("age")) {
                gatherer.valued(name, fields);
            }
        });
        return Optional.of(gatherer.gathered());
    }
}
