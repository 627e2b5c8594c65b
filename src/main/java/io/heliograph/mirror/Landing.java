package io.heliograph.mirror;

import io.heliograph.http.StoredResponse;

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
     * @param status of the origin's answer
     * @param isStored whether it was stored just now
     */
    record Here(Variant variant, MirrorAnswer.Outcome outcome, int status, boolean isStored, boolean isShared)
            implements Landing {
        @Override
        public StoredResponse response() {
            return variant.response();
        }
    }

    /**
     * A response whose body is on its way.
     *
     * @param whole what the one who asked gets; the others get it without the fields that are not stored
     * @param length of the body, bytes; negative if it is not known
     */
    record Coming(
            StoredResponse whole,
            StoredResponse stored,
            GrowingBody body,
            long length,
            boolean isStored,
            boolean isShared)
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
