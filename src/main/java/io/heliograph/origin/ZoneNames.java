package io.heliograph.origin;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Names of time zones as they occur in dates: those of RFC 822, section 5.1, and those that are seen in feeds. */
final class ZoneNames {

    /** Hours from UTC. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("est", -5),
            Map.entry("edt", -4),
            Map.entry("cst", -6),
            Map.entry("cdt", -5),
            Map.entry("mst", -7),
            Map.entry("mdt", -6),
            Map.entry("pst", -8),
            Map.entry("pdt", -7),
            Map.entry("akst", -9),
            Map.entry("akdt", -8),
            Map.entry("hst", -10),
            Map.entry("bst", 1),
            Map.entry("west", 1),
            Map.entry("cet", 1),
            Map.entry("met", 1),
            Map.entry("cest", 2),
            Map.entry("mest", 2),
            Map.entry("eet", 2),
            Map.entry("eest", 3),
            Map.entry("msk", 3),
            Map.entry("jst", 9),
            Map.entry("kst", 9),
            Map.entry("hkt", 8),
            Map.entry("aest", 10),
            Map.entry("aedt", 11),
            Map.entry("nzst", 12),
            Map.entry("nzdt", 13));

    private ZoneNames() {}

    /** The offset that a name in lower case means; empty if it is not known. */
    static Optional<ZoneId> offset(String name) {
        return Optional.ofNullable(HOURS.get(name)).map(hours -> ZoneOffset.ofHours(hours));
    }
}
