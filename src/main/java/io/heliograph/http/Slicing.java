package io.heliograph.http;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a representation may be kept in slices, and put together of them. Only parts of one and the same version may be
 * (RFC 9110, section 15.3.7.3, and RFC 9111, section 3.4), and only a strong entity tag tells that they are.
 */
public final class Slicing {

    private Slicing() {}

    /**
     * The strong tag of a representation that may be sliced; nothing if it may not be, since there is none, its server knows
     * no ranges, or its bytes are those of a content coding.
     *
     * @param response fields of a 200 or a 206
     */
    public static Optional<EntityTag> tag(FieldLines response) {
        String coding = response.value("content-encoding").strip();
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity")
                || response.value("accept-ranges").strip().equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        return EntityTag.one(response.value("etag")).filter(tag -> !tag.weak());
    }

    /** The same of a whole that comes: its server must say that it knows ranges (RFC 9110, section 14.3). */
    public static Optional<EntityTag> tagOfWhole(FieldLines response) {
        return response.value("accept-ranges").toLowerCase(Locale.ROOT).contains("bytes")
                ? tag(response)
                : Optional.empty();
    }

    /** The fields of the whole, of which this is a part (RFC 9111, section 3.4). */
    public static FieldLines ofTheWhole(FieldLines part) {
        return part.without("content-range", "content-length", "content-md5", "content-digest", "digest");
    }
}
