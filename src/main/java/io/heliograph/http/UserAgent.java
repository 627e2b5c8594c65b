package io.heliograph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the {@code User-Agent} field (RFC 9110, section 10.1.5) of a feed's client says: what kind of client it is, and for
 * how many subscribers it asks. Reads the beginning of the field, once, makes no objects, and believes nothing but numbers.
 */
public final class UserAgent {

    /** Says nothing, or nothing that is known. */
    public static final UserAgent OTHER = new UserAgent("other", Client.OTHER);

    /** A service that says for how many it asks, but is not known by name. */
    public static final UserAgent AGGREGATOR = new UserAgent("other", Client.AGGREGATOR);

    /** Most subscribers that anybody is believed to have. */
    public static final long MOST_SUBSCRIBERS = 10_000_000;

    private static final int LOOKED_AT = 400;

    /** What somebody has in his name who only calls himself a browser. */
    private static final String[] ROBOTS = {"compatible", "bot", "spider", "crawl", "+http"};

    /** Names that are known, by their first letter. */
    private static final UserAgent[][] KNOWN = known();

    private final String name;
    private final Client client;

    private UserAgent(String name, Client client) {
        this.name = name;
        this.client = client;
    }

    /** Who it is, of a fixed list, in lower case; {@code other} for the rest. */
    public String name() {
        return name;
    }

    public Client client() {
        return client;
    }

    /** Who says this of itself. Services count before televisions, these before applications, and browsers last. */
    public static UserAgent of(String field) {
        int end = Math.min(field.length(), LOOKED_AT);
        UserAgent best = OTHER;
        boolean word = false;
        for (int i = 0; i < end; i++) {
            char c = lower(field.charAt(i));
            boolean letter = c >= 'a' && c <= 'z';
            if (letter && !word) {
                UserAgent found = at(field, i, c);
                best = found.client.ordinal() < best.client.ordinal() ? found : best;
            }
            word = letter || isDigit(c);
        }
        return best.client == Client.BROWSER && isRobot(field, end) ? OTHER : best;
    }

    private static boolean isRobot(String field, int end) {
        for (int i = 0; i < end; i++) {
            for (String name : ROBOTS) {
                if (lower(field.charAt(i)) == name.charAt(0) && is(field, i, name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * For how many subscribers a service asks, as it says: {@code 16 subscribers}, {@code 5 readers}, {@code subscribers=7};
     * -1 if it does not say, and at most {@link #MOST_SUBSCRIBERS}.
     */
    public static long subscribers(String field) {
        int end = Math.min(field.length(), LOOKED_AT);
        for (int i = 1; i < end; i++) {
            char c = lower(field.charAt(i));
            boolean begins = !isLetter(field.charAt(i - 1));
            if (begins && (c == 's' && is(field, i, "subscriber") || c == 'r' && is(field, i, "reader"))) {
                long before = numberBefore(field, i - 1);
                if (before >= 0) {
                    return before;
                }
                int after = i + (c == 's' ? 10 : 6);
                if (after < end && lower(field.charAt(after)) == 's') {
                    after++;
                }
                if (c == 's' && after < end && (field.charAt(after) == '=' || field.charAt(after) == ':')) {
                    long number = numberAt(field, after + 1);
                    if (number >= 0) {
                        return Math.min(number, MOST_SUBSCRIBERS);
                    }
                }
            }
        }
        return -1;
    }

    /** What a service calls the feed, so that two of its names for one are two: {@code feed-id:1234}; 0 if it does not say. */
    public static long feedId(String field) {
        int end = Math.min(field.length(), LOOKED_AT);
        for (int i = 0; i < end; i++) {
            if (lower(field.charAt(i)) == 'f' && (is(field, i, "feed-id") || is(field, i, "feedid"))) {
                int after = i + (is(field, i, "feed-id") ? 7 : 6);
                return Math.max(0, numberAt(field, after));
            }
        }
        return 0;
    }

    /** The number that ends before {@code i}, with spaces between; thousands may be parted by commas. */
    private static long numberBefore(String field, int i) {
        int end = i;
        while (end >= 0 && (field.charAt(end) == ' ' || field.charAt(end) == '-' || field.charAt(end) == '_')) {
            end--;
        }
        long number = 0;
        long scale = 1;
        int digits = 0;
        int at = end;
        while (at >= 0 && (isDigit(field.charAt(at)) || field.charAt(at) == ',' && digits > 0 && digits % 3 == 0)) {
            if (isDigit(field.charAt(at))) {
                number = Math.min(MOST_SUBSCRIBERS, number + scale * (field.charAt(at) - '0'));
                scale = Math.min(MOST_SUBSCRIBERS, scale * 10);
                digits++;
            }
            at--;
        }
        // What a letter or a dot stands before is a version or a word, not a number of people.
        boolean whole = at < 0 || !isLetter(field.charAt(at)) && field.charAt(at) != '.' && field.charAt(at) != '/';
        return digits > 0 && whole ? number : -1;
    }

    /** The number that begins here, after what may stand between a name and it; -1 if there is none. */
    private static long numberAt(String field, int from) {
        int at = from;
        while (at < field.length() && "=: ".indexOf(field.charAt(at)) >= 0) {
            at++;
        }
        long number = -1;
        for (int digits = 0; at < field.length() && isDigit(field.charAt(at)) && digits < 15; at++, digits++) {
            number = Math.max(0, number) * 10 + (field.charAt(at) - '0');
        }
        return number;
    }

    private static UserAgent at(String field, int i, char first) {
        for (UserAgent known : KNOWN[first - 'a']) {
            if (is(field, i, known.name) && !isLetterAt(field, i + known.name.length())) {
                return known;
            }
        }
        // Applications for podcasts have it in front or at the end of their names.
        return first == 'p' && is(field, i, "podcast") ? KNOWN['p' - 'a'][0] : OTHER;
    }

    private static boolean is(String field, int at, String name) {
        return field.regionMatches(true, at, name, 0, name.length());
    }

    private static boolean isLetterAt(String field, int at) {
        return at < field.length() && isLetter(field.charAt(at));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    private static UserAgent[][] known() {
        List<List<UserAgent>> byLetter = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            byLetter.add(new ArrayList<>());
        }
        List<UserAgent> all = new ArrayList<>();
        add(all, Client.PODCAST, "podcast");
        add(all, Client.AGGREGATOR, "feedly", "feedbin", "inoreader", "newsblur", "theoldreader", "bazqux", "feedhq");
        add(all, Client.AGGREGATOR, "netvibes", "bloglovin", "superfeedr", "feedfetcher", "feedspot", "flipboard");
        add(all, Client.AGGREGATOR, "flipboardproxy", "newsgatoronline", "feeder.co", "feedburner", "smartnews");
        add(
                all,
                Client.TV,
                "roku",
                "appletv",
                "apple tv",
                "tvos",
                "tizen",
                "web0s",
                "webos",
                "hbbtv",
                "bravia",
                "crkey",
                "smart-tv");
        add(all, Client.TV, "smarttv", "aftb", "aftt", "aftmm", "aftka", "kodi", "viera", "googletv", "netcast");
        add(all, Client.PODCAST, "podcasts", "itms", "applecoremedia", "overcast", "pocketcasts", "pocket casts");
        add(all, Client.PODCAST, "antennapod", "castro", "castbox", "podcastaddict", "podkicker", "gpodder", "podbean");
        add(all, Client.PODCAST, "player fm", "downcast", "icatcher", "podverse", "fountain", "truefans", "spotify");
        add(
                all,
                Client.READER,
                "netnewswire",
                "reeder",
                "newsboat",
                "newsbeuter",
                "liferea",
                "thunderbird",
                "akregator");
        add(
                all,
                Client.READER,
                "quiterss",
                "rssguard",
                "rss guard",
                "fluentreader",
                "fluent reader",
                "feeder",
                "feedme");
        add(all, Client.READER, "readkit", "vienna", "miniflux", "freshrss", "tiny tiny rss", "commafeed", "elfeed");
        add(all, Client.READER, "nextcloud-news", "rss2email", "sfeed", "feedparser", "universalfeedparser", "lire");
        add(
                all,
                Client.READER,
                "simplepie",
                "rawdog",
                "gofeed",
                "rss-parser",
                "newsflash",
                "unread",
                "feedbro",
                "yarr");
        add(
                all,
                Client.READER,
                "selfoss",
                "stringer",
                "rssowl",
                "snownews",
                "raven",
                "gnome-feeds",
                "feeddemon",
                "rome");
        add(all, Client.BROWSER, "mozilla", "opera", "lynx", "links");
        all.forEach(known -> byLetter.get(known.name.charAt(0) - 'a').add(known));
        return byLetter.stream().map(list -> list.toArray(UserAgent[]::new)).toArray(UserAgent[][]::new);
    }

    private static void add(List<UserAgent> all, Client client, String... names) {
        for (String name : names) {
            all.add(new UserAgent(name.toLowerCase(Locale.ROOT), client));
        }
    }
}
