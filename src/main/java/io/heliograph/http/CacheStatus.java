package io.heliograph.http;

import java.time.Duration;

/** The {@code Cache-Status} of an answer: how a cache came by it (RFC 9211). */
public final class CacheStatus {

    private static final String CACHE = "Heliograph";

    private final StringBuilder member = new StringBuilder(CACHE);

    private CacheStatus() {}

    /** It was stored (section 2.1); for how long it is still fresh, negative if it is stale (section 2.4). */
    public static CacheStatus hit(Duration ttl) {
        CacheStatus status = new CacheStatus();
        status.member.append("; hit; ttl=").append(ttl.toSeconds());
        return status;
    }

    /** The origin was asked (section 2.2). */
    public static CacheStatus forwarded(CacheDecision.Reason reason) {
        CacheStatus status = new CacheStatus();
        status.member.append("; fwd=").append(reason.token());
        return status;
    }

    /** The origin's own status (section 2.3). */
    public CacheStatus status(int status) {
        member.append("; fwd-status=").append(status);
        return this;
    }

    /** It is stored now (section 2.5). */
    public CacheStatus stored() {
        member.append("; stored");
        return this;
    }

    /** It was asked for together with others (section 2.6). */
    public CacheStatus collapsed() {
        member.append("; collapsed");
        return this;
    }

    /** More, as a word (section 2.8). */
    public CacheStatus detail(String word) {
        member.append("; detail=").append(word);
        return this;
    }

    /** The field's value. */
    public String field() {
        return member.toString();
    }
}
