package io.heliograph.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a selection a feed shows.
 *
 * @param limit most articles, 1 to what the format allows
 * @param since when an article must have changed or come at the earliest, whole seconds; {@link Instant#EPOCH} for all
 * @param summaries whether articles are without their bodies
 */
public record Extent(int limit, Instant since, boolean summaries) {

    /** A number of the newest articles. */
    public static Extent of(int limit) {
        return new Extent(limit, Instant.EPOCH, false);
    }

    /** The parameters that ask a format for it, in one order, without what is usual there; without a question mark. */
    public String query(Format format) {
        List<String> parameters = new ArrayList<>();
        if (limit != format.limit()) {
            parameters.add("limit=" + limit);
        }
        if (!since.equals(Instant.EPOCH)) {
            parameters.add("since=" + Dates.shortest(since));
        }
        if (summaries) {
            parameters.add("summary=only");
        }
        return String.join("&", parameters);
    }
}
