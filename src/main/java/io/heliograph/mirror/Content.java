package io.heliograph.mirror;

import io.heliograph.http.EntityTag;
import io.heliograph.rewrite.Hashes;
import io.heliograph.rewrite.Slotted;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** The content of a stored response. */
sealed interface Content {

    /** Size in memory. */
    long bytes();

    /**
     * As it came, or with its content coding undone.
     *
     * @param tag opaque part of the strong entity tag where the bytes are other than the origin sent; empty if they are not
     */
    record Plain(Buffer body, String tag) implements Content {
        @Override
        public long bytes() {
            return body.length();
        }
    }

    /**
     * Rewritten, with the hosts of its own URLs open.
     *
     * @param tag fingerprint of the document with its slots open
     * @param before hashes of what the origin sent
     * @param policyHashes as {@link io.heliograph.rewrite.Rewritten#policyHashes} has them
     * @param packed whether it is a {@link PackedDocument}, packed again for each host
     */
    record Open(
            Slotted document, String tag, Hashes before, Map<String, Map<String, String>> policyHashes, boolean packed)
            implements Content {

        private static final long MARK_BYTES = 8;
        private static final long HASH_BYTES = 512;

        public Open {
            policyHashes = Map.copyOf(policyHashes);
        }

        @Override
        public long bytes() {
            return document.openLength() + MARK_BYTES * document.openMarks() + HASH_BYTES * policyHashes.size();
        }
    }

    /**
     * Of a large file, which is here in slices or not at all.
     *
     * @param tag strong; the slices of this version are stored by it
     * @param length of the whole, bytes
     */
    record Sliced(EntityTag tag, long length) implements Content {

        private static final long OWN_BYTES = 64;

        @Override
        public long bytes() {
            return OWN_BYTES;
        }
    }

    /**
     * A part of what is not here as a whole.
     *
     * @param first place of the first byte
     * @param total length of the whole
     */
    record Part(Buffer body, long first, long total) implements Content {
        @Override
        public long bytes() {
            return body.length();
        }
    }
}
