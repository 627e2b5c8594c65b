package io.heliograph.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How old a response is when it arrives (RFC 9111, section 4.2.3). */
final class Age {

    private Age() {}

    static Duration initial(FieldLines fields, Instant requested, Instant received) {
        Duration apparent = positive(Duration.between(StoredResponse.dateOf(fields, received), received));
        Duration delay = positive(Duration.between(requested, received));
        Duration corrected = Duration.ofSeconds(value(fields)).plus(delay);
        return apparent.compareTo(corrected) > 0 ? apparent : corrected;
    }

    /** The first member of the field; what is no number is ignored (section 5.1). */
    private static long value(FieldLines fields) {
        List<String> lines = fields.values("age");
        if (lines.isEmpty()) {
            return 0;
        }
        String line = lines.get(0);
        int comma = line.indexOf(',');
        return Math.max(0, DeltaSeconds.parse((comma < 0 ? line : line.substring(0, comma)).strip()));
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
