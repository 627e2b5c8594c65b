package io.heliograph.http;

/** What a client takes in place of a whole representation, by the {@code A-IM} field (RFC 3229, section 10.5.3). */
public final class InstanceManipulation {

    private InstanceManipulation() {}

    /** Whether entries of a feed that are new or changed will do. */
    public static boolean isFeed(String aIm) {
        for (WeightedList item = new WeightedList(aIm); item.next(); ) {
            if (item.is("feed")) {
                return item.weight() > 0;
            }
        }
        return false;
    }
}
