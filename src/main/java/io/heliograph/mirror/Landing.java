package io.heliograph.mirror;

import io.heliograph.http.Slice;
import io.heliograph.http.StoredResponse;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What a question to the origin came to. */
sealed interface Landing {

    /** Whether others who asked for the same may have it. */
    boolean isShared();

    /** Its head, without the fields that are for one alone. */
    StoredResponse response();

    /** Nobody here reads its body: unless others do, or it is stored, it need not come. */
    default void letGo() {}

    /**
     * A response that is here, whole.
     *
     * @param variant what the one who asked gets
     * @param others what all others get: the same without the fields that are for one alone
     * @param status of the origin's answer
     * @param isStored whether it was stored just now
     */
    record Here(
            Variant variant,
            Variant others,
            MirrorAnswer.Outcome outcome,
            int status,
            boolean isStored,
            boolean isShared)
            implements Landing {

        /** One that is the same for all. */
        Here(Variant variant, MirrorAnswer.Outcome outcome, int status, boolean isStored, boolean isShared) {
            this(variant, variant, outcome, status, isStored, isShared);
        }

        @Override
        public StoredResponse response() {
            return others.response();
        }
    }

    /**
     * A slice of a large file, which is stored now. It is the answer to a question for one, and to no other.
     *
     * @param head of the file
     */
    record Sliced(Variant head, Slice slice, Buffer bytes) implements Landing {
        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public StoredResponse response() {
            return head.response();
        }
    }

    /** A part that is not the slice that was asked for, or of a file that may not be kept in slices. */
    record NotSliced(StoredResponse response) implements Landing {
        @Override
        public boolean isShared() {
            return false;
        }
    }

    /**
     * A response whose body is on its way.
     *
     * @param whole what the one who asked gets; the others get it without the fields that are not stored
     * @param length of the body, bytes; negative if it is not known
     * @param sliced the head of a large file whose slices are stored as they pass; nothing if it is none
     */
    record Coming(
            StoredResponse whole,
            StoredResponse stored,
            GrowingBody body,
            long length,
            boolean isStored,
            boolean isShared,
            @Nullable Variant sliced)
            implements Landing {
        @Override
        public StoredResponse response() {
            return stored;
        }

        @Override
        public void letGo() {
            BodyReader reader = isStored ? null : body.reader();
            if (reader != null) {
                reader.cancel();
            }
        }
    }
}
