package io.heliograph.http;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asking an origin whether a stored response still holds, and taking its answer (RFC 9111, sections 4.3 and 3.2). */
public final class Validation {

    /** What a 304 says nothing about: these belong to the stored content, or were made for it (section 3.2). */
    private static final Set<String> OF_THE_CONTENT = Set.of(
            "content-length",
            "content-encoding",
            "content-type",
            "content-range",
            "content-md5",
            "content-digest",
            "repr-digest",
            "digest");

    /** The fields that make a request conditional (RFC 9110, section 13.1). */
    private static final Set<String> CONDITIONAL =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range");

    /** What is for the one who asked (R8). */
    private static final String[] COOKIES = {"set-cookie", "set-cookie2"};

    private Validation() {}

    /** The fields of a request without conditions. */
    public static FieldLines unconditional(FieldLines request) {
        return request.where(name -> !CONDITIONAL.contains(name));
    }

    /** The fields of a request, conditional on what is stored having changed (section 4.3.1). */
    public static FieldLines conditional(FieldLines request, StoredResponse stored) {
        FieldLines fields = unconditional(request);
        String tag = stored.fields().value("etag");
        if (!tag.isEmpty()) {
            fields = fields.plus("if-none-match", tag);
        }
        String modified = stored.fields().value("last-modified");
        return modified.isEmpty() ? fields : fields.plus("if-modified-since", modified);
    }

    /** Whether there is anything to ask by. */
    public static boolean isPossible(StoredResponse stored) {
        return stored.fields().has("etag") || stored.fields().has("last-modified");
    }

    /** Whether a 304 is about this response (section 4.3.4): its strong tag, where it has one, is the same. */
    public static boolean isAbout(FieldLines notModified, StoredResponse stored) {
        List<EntityTag> tags = EntityTag.list(notModified.value("etag"));
        if (tags.size() != 1) {
            return true;
        }
        Optional<EntityTag> tag = stored.tag();
        return tag.isPresent()
                && (tags.get(0).weak() || tag.get().weak()
                        ? tag.get().matchesWeakly(tags.get(0))
                        : tag.get().matchesStrongly(tags.get(0)));
    }

    /**
     * Whether what is stored may be kept with the fields of a 304, or of the answer to a HEAD: these must not say that it is
     * for one alone, or for nobody (sections 3, 5.2.2.5 and 5.2.2.7).
     */
    public static boolean mayFreshen(FieldLines request, StoredResponse stored, FieldLines newer, CacheRules rules) {
        // To the letter, an update is stored whatever it says; a cookie that comes with it is left out of it otherwise.
        return rules.strict()
                || Storing.allowsSharing(
                        request, stored.status(), newer.without(COOKIES), StoredResponse.controlOf(newer), rules);
    }

    /** The stored response with the fields of a 304, or of the answer to a HEAD (section 3.2). */
    public static StoredResponse freshen(
            StoredResponse stored, FieldLines newer, Instant requested, Instant received, CacheRules rules) {
        FieldLines update =
                Storing.fields(newer, StoredResponse.controlOf(newer)).where(name -> !OF_THE_CONTENT.contains(name));
        if (!rules.strict()) {
            update = update.without(COOKIES);
        }
        Set<String> named = new HashSet<>();
        update.forEach(line -> named.add(line.name()));
        // The age of the old one says nothing about the new one.
        FieldLines fields = stored.fields()
                .where(name -> !named.contains(name) && !name.equals("age"))
                .plus(update);
        return new StoredResponse(stored.status(), fields, stored.selecting(), requested, received, rules);
    }

    /**
     * Whether the answer to a HEAD is about the same content as a stored response to GET (section 4.3.5).
     *
     * @param length of the stored content, bytes
     */
    public static boolean isSame(StoredResponse stored, int status, FieldLines head, long length) {
        String declared = head.value("content-length");
        return status == stored.status()
                && (declared.isEmpty() || declared.equals(Long.toString(length)))
                && agrees("etag", stored, head)
                && agrees("last-modified", stored, head);
    }

    private static boolean agrees(String validator, StoredResponse stored, FieldLines head) {
        String before = stored.fields().value(validator);
        String now = head.value(validator);
        return before.isEmpty() || now.isEmpty() || before.equals(now);
    }

    /**
     * Whether a client has what would be sent already (section 4.3.2): by its tags, and only where it names none by date.
     * The other preconditions are for the origin alone.
     *
     * @param modified when it last changed; where nobody says so, when it was made
     */
    public static boolean holds(FieldLines request, Optional<EntityTag> tag, Instant modified) {
        String ifNoneMatch = request.value("if-none-match");
        if (!ifNoneMatch.isEmpty()) {
            return ifNoneMatch.strip().equals("*")
                    || tag.isPresent() && EntityTag.list(ifNoneMatch).stream().anyMatch(tag.get()::matchesWeakly);
        }
        return HttpDate.parse(request.value("if-modified-since"))
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /**
     * Whether a part may be sent (RFC 9110, section 13.1.5): there is no condition, or this very tag or date.
     *
     * @param stored what says when it was made and last changed
     */
    public static boolean rangeHolds(FieldLines request, Optional<EntityTag> tag, StoredResponse stored) {
        String ifRange = request.value("if-range").strip();
        if (ifRange.isEmpty()) {
            return true;
        }
        if (tag.isPresent() && !tag.get().weak() && ifRange.equals(tag.get().field())) {
            return true;
        }
        // A date is a strong validator only if it is well before that of the response (RFC 9110, section 8.8.2.2).
        return HttpDate.parse(ifRange)
                .flatMap(date -> stored.lastModified().filter(date::equals))
                .filter(date -> !date.plusSeconds(1).isAfter(stored.date()))
                .isPresent();
    }
}
