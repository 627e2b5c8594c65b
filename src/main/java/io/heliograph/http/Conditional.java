package io.heliograph.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The preconditions of a request for a representation that exists, decided in the order of RFC 9110, section 13.2.2.
 *
 * @param ifMatch field value, the lines joined by commas; empty if absent, as for the others
 */
public record Conditional(String ifMatch, String ifUnmodifiedSince, String ifNoneMatch, String ifModifiedSince) {

    /** A request without preconditions. */
    public static final Conditional NONE = new Conditional("", "", "", "");

    /** What a GET or HEAD is answered with. */
    public enum Outcome {
        /** 200, or 206 if a range is asked for. */
        SEND,
        /** 304 (section 15.4.5). */
        NOT_MODIFIED,
        /** 412 (section 15.5.13). */
        FAILED
    }

    /**
     * Decides about a representation with a tag and a time of last change.
     *
     * @param lastModified cut to whole seconds
     */
    public Outcome decide(EntityTag tag, Instant lastModified) {
        if (!ifMatch.isEmpty()) {
            // Section 13.1.1: strong comparison; "*" matches what exists.
            if (!ifMatch.strip().equals("*") && EntityTag.list(ifMatch).stream().noneMatch(tag::matchesStrongly)) {
                return Outcome.FAILED;
            }
        } else if (!ifUnmodifiedSince.isEmpty()) {
            // Section 13.1.4: ignored with If-Match, and where it is no date.
            Optional<Instant> since = HttpDate.parse(ifUnmodifiedSince);
            if (since.isPresent() && lastModified.isAfter(since.get())) {
                return Outcome.FAILED;
            }
        }
        if (!ifNoneMatch.isEmpty()) {
            // Section 13.1.2: weak comparison; and then If-Modified-Since does not count.
            return noneMatch(tag) ? Outcome.SEND : Outcome.NOT_MODIFIED;
        }
        if (!ifModifiedSince.isEmpty()) {
            Optional<Instant> since = HttpDate.parse(ifModifiedSince);
            if (since.isPresent() && !lastModified.isAfter(since.get())) {
                return Outcome.NOT_MODIFIED;
            }
        }
        return Outcome.SEND;
    }

    /**
     * Whether a range may be sent (RFC 9110, section 13.1.5): the field is this very tag, strong, or this very date.
     *
     * @param ifRange field value; empty if absent
     */
    public static boolean rangeHolds(String ifRange, EntityTag tag, Instant lastModified) {
        if (ifRange.isEmpty()) {
            return true;
        }
        return !tag.weak() && ifRange.strip().equals(tag.field())
                || HttpDate.parse(ifRange).filter(lastModified::equals).isPresent();
    }

    private boolean noneMatch(EntityTag tag) {
        if (ifNoneMatch.strip().equals("*")) {
            return false;
        }
        List<EntityTag> tags = EntityTag.list(ifNoneMatch);
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).matchesWeakly(tag) || tags.get(i).isMarked(tag)) {
                return false;
            }
        }
        return true;
    }
}
