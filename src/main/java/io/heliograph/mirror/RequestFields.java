package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.http.HopByHop;
import io.heliograph.http.Vary;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a visitor's fields reaches the origin. Whatever does not choose among the representations of a page is left out,
 * so that nothing a visitor makes up can change what others are served; to the letter of the RFC, everything passes but
 * what is for the connection or pretends to come from a proxy.
 */
final class RequestFields {

    /** What an origin may choose a representation by; it gets them where it says so in {@code Vary}. */
    private static final Set<String> CHOOSING = Set.of("accept", "accept-language", "origin");

    /** Browsers say their wishes in less. To compare one with those of all that is stored costs what it is long, characters. */
    private static final int LONGEST_WISH = 1024;

    /** What says the same whoever asks: we say it ourselves, or who says it is answered alone. */
    private static final Set<String> FIXED = Set.of("accept-encoding", "user-agent", "cookie", "authorization");

    /** What a request that changes something needs besides. */
    private static final Set<String> OF_A_BODY = Set.of(
            "content-type", "content-encoding", "content-language", "content-length", "origin", "x-requested-with");

    /** What only proxies may say, or what takes another target or method than the request line (R4). */
    private static final Set<String> FORGED = Set.of(
            "host",
            "forwarded",
            "via",
            "x-original-url",
            "x-rewrite-url",
            "x-original-host",
            "x-host",
            "x-real-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-cluster-client-ip",
            "true-client-ip",
            "client-ip",
            "cdn-loop",
            "expect",
            "max-forwards",
            "proxy",
            "content-length");

    /** The type of events from a server. */
    static final String EVENTS = "text/event-stream";

    private static final String LAST_EVENT = "last-event-id";
    private static final String CODINGS = "gzip, br, zstd";
    private static final Pattern PSEUDONYM = Pattern.compile("heliograph-[0-9a-f]{16}");
    private static final int MOST_HOPS = 8;

    private final MirrorSettings settings;
    private final String pseudonym;
    private final String product;
    /** Of the site's own server, and those that its pages ask from another host. */
    private final String site;

    private final Set<String> crossed;
    private final FieldLines fixed;

    /**
     * Rules for a site.
     *
     * @param pseudonym by which this gateway knows itself in {@code Via}: {@code heliograph-} and 16 hexadecimal digits
     * @param product name and version for {@code User-Agent}
     */
    RequestFields(MirrorSettings settings, String pseudonym, String product) {
        this.settings = settings;
        this.pseudonym = pseudonym;
        this.product = product;
        this.site = settings.origin().toString();
        this.crossed = settings.also().stream()
                .filter(server -> !server.companions().isEmpty())
                .map(server -> server.url().toString())
                .collect(Collectors.toUnmodifiableSet());
        this.fixed = forOrigin(FieldLines.NONE, false);
    }

    /** Whether a request has been here before (RFC 9110, section 7.6.3), or through too many like us. */
    boolean isLoop(FieldLines fields) {
        if (!fields.has("via")) {
            return false;
        }
        List<String> hops = hops(fields);
        return hops.contains(pseudonym) || hops.size() >= MOST_HOPS;
    }

    /** Whether what is stored is of no use to a request, nor its answer to others (R8). */
    boolean isPersonal(FieldLines fields) {
        return isForEvents(fields)
                || !settings.strict()
                        && (fields.has("authorization")
                                || fields.has("cookie") && !cookies(fields).isEmpty());
    }

    /** Whether events are wanted that have no end: those since the one that a visitor names (HTML, section 9.2). */
    static boolean isForEvents(FieldLines fields) {
        return fields.value("accept").strip().equalsIgnoreCase(EVENTS);
    }

    /**
     * The fields for the origin, those apart that make a request conditional or ask for a part.
     *
     * @param withBody whether the request may have a body
     */
    FieldLines forOrigin(FieldLines visitor, boolean withBody) {
        FieldLines fields = HopByHop.strip(visitor).where(name -> passes(name, withBody));
        for (String name : CHOOSING) {
            if (!settings.strict() && fields.value(name).length() > LONGEST_WISH) {
                fields = fields.without(name);
            }
        }
        String cookies = settings.strict() ? visitor.value("cookie") : cookies(visitor);
        if (!cookies.isEmpty()) {
            fields = fields.plus("cookie", cookies);
        }
        if (!settings.strict()) {
            fields = fields.plus("user-agent", product)
                    .plus("accept-encoding", isForEvents(visitor) ? "identity" : CODINGS);
            if (isForEvents(visitor) && visitor.has(LAST_EVENT)) {
                fields = fields.with(LAST_EVENT, visitor.value(LAST_EVENT));
            }
        }
        StringBuilder via = new StringBuilder();
        hops(visitor).forEach(hop -> via.append("1.1 ").append(hop).append(", "));
        return fields.plus("via", via.append("1.1 ").append(pseudonym).toString());
    }

    /**
     * The {@code Origin} that a question to a server has anyway: for one with companions that of the site's own pages, whoever
     * asks. So what comes may be read by those pages, and no visitor has a say in that. Empty for none.
     */
    String usualOrigin(URI server) {
        return !settings.strict() && crossed.contains(server.toString()) ? site : "";
    }

    /** The fields of a question, with the {@code Origin} that it has anyway. */
    FieldLines withOrigin(FieldLines fields, URI server) {
        String usual = usualOrigin(server);
        return usual.isEmpty() || fields.has("origin") ? fields : fields.plus("origin", usual);
    }

    /** The fields that the origin gets whoever asks. */
    FieldLines fixed() {
        return fixed;
    }

    /** Whether visitors, those apart whom the origin answers alone, have no say in what an answer was chosen by. */
    boolean isFixed(Vary vary) {
        for (String name : vary.names()) {
            if (!FIXED.contains(name) || settings.strict() || settings.forward().contains(name)) {
                return false;
            }
        }
        return true;
    }

    /** Of the fields for the origin, those that the key of its answer has: it chooses by them, as it said before. */
    FieldLines keyed(FieldLines forOrigin, Vary vary) {
        return forOrigin.where(name -> !isUnkeyed(name, vary));
    }

    /** Whether the origin chose by nothing that its answer is not kept apart by. */
    boolean isKeyed(FieldLines forOrigin, Vary vary) {
        return CHOOSING.stream().noneMatch(name -> forOrigin.has(name) && isUnkeyed(name, vary));
    }

    private boolean isUnkeyed(String name, Vary vary) {
        return !settings.strict()
                && CHOOSING.contains(name)
                && !settings.forward().contains(name)
                && !vary.names().contains(name);
    }

    private boolean passes(String name, boolean withBody) {
        if (name.equals("cookie") || isForged(name)) {
            return withBody && name.equals("content-length");
        }
        return settings.strict()
                || CHOOSING.contains(name)
                || settings.forward().contains(name)
                || name.equals("authorization")
                || withBody && OF_A_BODY.contains(name);
    }

    private static boolean isForged(String name) {
        return FORGED.contains(name) || name.startsWith("x-forwarded") || name.startsWith(":");
    }

    /** The cookies that pass; empty if none does. */
    private String cookies(FieldLines fields) {
        if (settings.cookies().isEmpty()) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String line : fields.values("cookie")) {
            for (String pair : line.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0
                        && settings.cookies().contains(pair.substring(0, equals).strip())) {
                    kept.add(pair.strip());
                }
            }
        }
        return String.join("; ", kept);
    }

    /** The gateways like us that a request has passed. Whatever else {@code Via} says is not ours to pass on. */
    private static List<String> hops(FieldLines fields) {
        List<String> hops = new ArrayList<>();
        Matcher matcher = PSEUDONYM.matcher(fields.value("via").toLowerCase(Locale.ROOT));
        while (matcher.find() && hops.size() < MOST_HOPS) {
            hops.add(matcher.group());
        }
        return hops;
    }
}
