package io.heliograph.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.nio.charset.Charset;
import java.util.List;

/** A mirror of www.example.org on two hosts, and what it makes of bodies. */
final class Mirrored {

    static final String HOST = "https://news.example";
    static final String OTHER_HOST = "http://mirror.example:8080";
    static final String PAGE = "https://www.example.org/a/page";
    static final String CDN_PAGE = "https://cdn.example.org/a/page";

    static final OriginMap ORIGINS = OriginMap.of(
            "https://www.example.org",
            "/-",
            List.of("https://cdn.example.org", "https://b\u00fccher.example", "https://api.example.org:8443"));
    static final RewriteRules RULES = new RewriteRules(ORIGINS, List.of(HOST, OTHER_HOST), Canonical.ORIGIN);

    private Mirrored() {}

    static Rewritten rewritten(String type, String url, byte[] body) {
        return new Rewriter(RULES).rewrite(new Original(body, url, type, true), Integrity.UNKNOWN);
    }

    static String on(String type, String url, String body) {
        return on(type, url, body, UTF_8);
    }

    static String on(String type, String url, String body, Charset charset) {
        return new String(rewritten(type, url, body.getBytes(charset)).body().on(HOST), charset);
    }
}
