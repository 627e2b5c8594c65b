package io.heliograph.rewrite;

/** What is known of the bodies that a page names with a hash (Subresource Integrity). Asked on the rewriting thread. */
@FunctionalInterface
public interface Integrity {

    /** Nothing is known of any body. */
    Integrity UNKNOWN = url -> new Verdict.Unknown();

    /**
     * What becomes of the body at a mapped URL.
     *
     * @param url absolute, at the origin, with its query and without a fragment
     */
    Verdict of(String url);

    /** What becomes of a body on the mirror. */
    sealed interface Verdict {
        /** It is served byte for byte as the origin has it. */
        record Unchanged() implements Verdict {}

        /**
         * It is rewritten.
         *
         * @param before of the body as the origin sent it
         * @param after what is served
         */
        record Changed(Hashes before, Slotted after) implements Verdict {}

        /** It has not been seen. */
        record Unknown() implements Verdict {}
    }
}
