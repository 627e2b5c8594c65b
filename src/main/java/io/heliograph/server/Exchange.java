package io.heliograph.server;

import io.heliograph.article.Host;
import io.heliograph.http.Conditional;
import io.heliograph.http.ContentCoding;
import io.heliograph.http.InstanceManipulation;
import io.heliograph.page.Asset;
import io.heliograph.representation.Representation;
import io.heliograph.representation.Target;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** An admitted request on its way to an answer. Belongs to one event loop. */
final class Exchange {

    private static final CharSequence A_IM = HttpHeaders.createOptimized("a-im");

    private final HttpServerRequest request;
    private final SiteHost host;
    private final SiteFront front;
    private final String path;
    private final Route route;
    private final boolean negotiated;
    private final Access access;
    private long savedBytes;
    private ContentCoding coding = ContentCoding.IDENTITY;
    private String cacheStatus = "";
    private String robots = "";

    /**
     * An exchange.
     *
     * @param path normalised, within our own where it is one of ours
     * @param negotiated whether the {@code Accept} field had a say in the route
     */
    Exchange(
            HttpServerRequest request,
            Admission.Admitted admitted,
            String path,
            Route route,
            boolean negotiated,
            Access access) {
        this.request = request;
        this.host = admitted.host();
        this.front = admitted.front();
        this.path = path;
        this.route = route;
        this.negotiated = negotiated;
        this.access = access;
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return request.response();
    }

    SiteHost siteHost() {
        return host;
    }

    String site() {
        return host.site();
    }

    Host host() {
        return host.host();
    }

    /** The path that was asked for, normalised. */
    String path() {
        return path;
    }

    Route route() {
        return route;
    }

    boolean isPage() {
        return route.format().equals("html");
    }

    boolean isFeed() {
        return route instanceof Route.Document document
                && (document.target() instanceof Target.FeedTarget || document.target() instanceof Target.ArchivePage);
    }

    Access access() {
        return access;
    }

    /** Whether the request asks for something only if it is another than it has (RFC 9110, section 13.1). */
    boolean isConditional() {
        return request.headers().contains(Fields.IF_NONE_MATCH)
                || request.headers().contains(Fields.IF_MODIFIED_SINCE);
    }

    boolean isGet() {
        return request.method().equals(HttpMethod.GET);
    }

    /** Bytes that a whole answer would have had beside this one. */
    long savedBytes() {
        return savedBytes;
    }

    void saved(long bytes) {
        savedBytes = bytes;
    }

    /** Whether it is asked for by a name that browsers guess. */
    boolean isIcon() {
        return path.equals("/favicon.ico") || path.equals("/apple-touch-icon.png");
    }

    boolean isAsset() {
        return route.format().equals(Route.ASSET);
    }

    /** Whether it is for a page of an archive, which never changes at its URL. */
    boolean isArchive() {
        return route instanceof Route.Document document && document.target() instanceof Target.ArchivePage;
    }

    /** Whether the URL holds the fingerprint of these bytes: then there will never be others at it. */
    boolean isNamedBy(Representation representation) {
        String tag = representation.tag().opaque();
        return tag.length() > Asset.FINGERPRINT && path.contains("." + tag.substring(0, Asset.FINGERPRINT) + ".");
    }

    boolean isNegotiated() {
        return negotiated;
    }

    /** The path of the document itself, where the request's own leads to one of several. */
    String contentLocation() {
        return route instanceof Route.Document document
                ? placed(access.root() + document.target().key())
                : "";
    }

    /** Where a path of ours is found on the site. */
    String placed(String ownPath) {
        return front.placed(ownPath);
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /** The lines of a field joined by commas (RFC 9110, section 5.3); empty if it is absent. */
    String field(CharSequence name) {
        List<String> lines = request.headers().getAll(name);
        return switch (lines.size()) {
            case 0 -> "";
            case 1 -> lines.get(0);
            default -> String.join(", ", lines);
        };
    }

    /** Whether what is new in a feed will do (RFC 3229, section 10.5.3). */
    boolean wantsDelta() {
        return request.headers().contains(A_IM)
                && request.method().equals(HttpMethod.GET)
                && InstanceManipulation.isFeed(field(A_IM))
                && !field("if-none-match").isEmpty();
    }

    Conditional conditional() {
        return new Conditional(
                field("if-match"), field("if-unmodified-since"), field("if-none-match"), field("if-modified-since"));
    }

    /** The content coding of the answer; identity until one is sent. */
    ContentCoding coding() {
        return coding;
    }

    void sentIn(ContentCoding sent) {
        coding = sent;
    }

    /** The {@code Cache-Status} of the answer; empty for none. */
    String cacheStatus() {
        return cacheStatus;
    }

    /** The {@code X-Robots-Tag}; empty for none. */
    String robots() {
        return robots;
    }

    void cameBy(String status, String robotsTag) {
        robots = robotsTag;
        cacheStatus = status;
    }
}
