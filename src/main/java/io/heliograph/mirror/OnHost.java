package io.heliograph.mirror;

import io.heliograph.http.ContentCoding;
import io.heliograph.http.EntityTag;
import io.heliograph.http.FieldLines;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A stored response as one host has it: its fields there, and those of its hits, which are the same for a second. */
final class OnHost {

    private final FieldLines lasting;
    private final boolean codable;
    /** The latest in each coding. Two who make one at once make the same. */
    private final Map<ContentCoding, Hit> hits = new ConcurrentHashMap<>(4);

    /**
     * What is said with a hit.
     *
     * @param age seconds
     * @param ttl seconds that it is still fresh
     * @param tag nothing if it has none
     * @param fields with the content
     * @param notModified where the content is not sent
     */
    record Hit(long age, long ttl, @Nullable EntityTag tag, FieldLines fields, FieldLines notModified) {}

    /**
     * A response without any hit.
     *
     * @param lasting its fields, those apart that differ from one answer to the next
     * @param codable whether its content is coded for those who like that
     */
    OnHost(FieldLines lasting, boolean codable) {
        this.lasting = lasting;
        this.codable = codable;
    }

    FieldLines lasting() {
        return lasting;
    }

    boolean isCodable() {
        return codable;
    }

    /** The latest hit in a coding, if it was as old and as fresh. */
    @Nullable Hit hit(ContentCoding coding, long age, long ttl) {
        Hit hit = hits.get(coding);
        return hit != null && hit.age() == age && hit.ttl() == ttl ? hit : null;
    }

    void keep(ContentCoding coding, Hit hit) {
        hits.put(coding, hit);
    }
}
