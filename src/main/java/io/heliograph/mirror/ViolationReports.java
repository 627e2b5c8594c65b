package io.heliograph.mirror;

import io.heliograph.http.MediaType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What browsers report of loads that our report-only policy does not know (CSP Level 3, section 5.3, and the Reporting API).
 * Anybody can send a report, so of each only is believed that a page of the site wanted something of a host of its origin;
 * nothing else of it is kept, least of all pieces of scripts.
 */
final class ViolationReports {

    private static final int MOST_AT_ONCE = 20;

    /** Reports that are taken in a row; a tenth of them each second after that. */
    private static final int BURST = 100;

    private static final Duration REFILL = Duration.ofMillis(100);

    private static final Set<String> DIRECTIVES = Set.of(
            "child-src",
            "connect-src",
            "default-src",
            "font-src",
            "form-action",
            "frame-src",
            "img-src",
            "manifest-src",
            "media-src",
            "object-src",
            "prefetch-src",
            "script-src",
            "script-src-elem",
            "style-src",
            "style-src-elem",
            "worker-src");

    private final String site;
    private final OriginSite origin;
    private final Leaks leaks;
    private final MirrorListener listener;
    private final InstantSource clock;
    private final TokenBucket bucket;

    ViolationReports(String site, OriginSite origin, Leaks leaks, MirrorListener listener, InstantSource clock) {
        this.site = site;
        this.origin = origin;
        this.leaks = leaks;
        this.listener = listener;
        this.clock = clock;
        this.bucket = new TokenBucket(BURST, REFILL, clock);
    }

    /**
     * Takes the body of a report.
     *
     * @param type its {@code Content-Type}
     * @return the status of the answer
     */
    int take(String type, Buffer body) {
        String bare = MediaType.bare(type);
        if (!bare.equals("application/csp-report") && !bare.equals("application/reports+json")) {
            return 415;
        }
        if (!bucket.take()) {
            return 429;
        }
        try {
            if (bare.equals("application/csp-report")) {
                JsonObject report = body.toJsonObject().getJsonObject("csp-report", new JsonObject());
                one(
                        report,
                        "document-uri",
                        "blocked-uri",
                        report.containsKey("effective-directive") ? "effective-directive" : "violated-directive");
            } else {
                several(body.toJsonArray())
                        .forEach(report -> one(report, "documentURL", "blockedURL", "effectiveDirective"));
            }
            return 204;
        } catch (DecodeException | ClassCastException e) {
            return 400;
        }
    }

    private static List<JsonObject> several(JsonArray reports) {
        List<JsonObject> bodies = new ArrayList<>();
        for (int i = 0; i < Math.min(reports.size(), MOST_AT_ONCE); i++) {
            JsonObject report = reports.getJsonObject(i);
            if ("csp-violation".equals(report.getString("type"))) {
                bodies.add(report.getJsonObject("body", new JsonObject()));
            }
        }
        return bodies;
    }

    private void one(JsonObject report, String documentKey, String blockedKey, String directiveKey) {
        String page = origin.own().ownPage(report.getString(documentKey, ""));
        String host = origin.mappedHost(report.getString(blockedKey, ""));
        // Older browsers write the whole directive, with its sources.
        String directive = report.getString(directiveKey, "").split(" ", 2)[0];
        if (!page.isEmpty() && !host.isEmpty() && DIRECTIVES.contains(directive)) {
            leaks.reported(page, directive, host, clock.instant());
            listener.leaked(site);
        }
    }
}
