package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.http.Slice;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the origin: a GET or HEAD of a resource.
 *
 * @param fields for the origin, without conditions and ranges
 * @param known what is stored, and may still hold; nothing if there is no such thing
 * @param range the {@code Range} to ask for; empty for the whole
 * @param isPersonal whether the answer is for the one who asks alone
 * @param hints takes the fields of early hints
 * @param slice what is asked for, and {@code range} asks for, if it is a slice of a file
 */
record Question(
        CacheKey key,
        String method,
        FieldLines fields,
        @Nullable Variant known,
        String range,
        boolean isPersonal,
        Consumer<FieldLines> hints,
        @Nullable Slice slice) {

    Question(
            CacheKey key,
            String method,
            FieldLines fields,
            @Nullable Variant known,
            String range,
            boolean isPersonal,
            Consumer<FieldLines> hints) {
        this(key, method, fields, known, range, isPersonal, hints, null);
    }

    /** A question for a slice of a file, whoever wants it. */
    static Question of(CacheKey key, Slice slice, FieldLines fields) {
        return new Question(key, "GET", fields, null, slice.field(), false, hints -> {}, slice);
    }

    /** The same, for the whole whatever is stored. */
    Question anew() {
        return new Question(key, method, fields, null, range, isPersonal, hints, slice);
    }

    /** The same, for the whole in place of a part. */
    Question whole() {
        return new Question(key, method, fields, known, "", isPersonal, hints);
    }

    /** The same with other fields. */
    Question with(FieldLines others) {
        return new Question(key, method, others, known, range, isPersonal, hints, slice);
    }
}
