package io.heliograph.traps;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What a shape makes of a page that is otherwise as any other: another charset, policies, fields, a coding. */
final class Guise {

    private static final String SOURCES =
            String.join(" ", Server.WWW.base(), Server.IMG.authority(), Server.CDN.base(), "blob: data: ws:");
    private static final String WORDS = "<p>Привет, мир. 日本語表示ソ能. 中文許功. 한국어. Café “naïve” ß.</p>";

    private final int number;
    private final Random random;

    Guise(int number, Random random) {
        this.number = number;
        this.random = random;
    }

    Asset put(String shape, Asset page, List<String> bodies) {
        String text = new String(page.body(), StandardCharsets.UTF_8);
        return switch (shape) {
            case "no doctype" -> of(page, "text/html; charset=utf-8", text.replace("<!DOCTYPE html>", ""), "", false);
            case "charset by meta" -> of(page, "text/html", meta(text, "<meta charset=utf-8>"), "", false);
            case "windows-1251 by header" ->
                of(page, "text/html; charset=windows-1251", words(text), "windows-1251", false);
            case "windows-1251 by meta" ->
                of(
                        page,
                        "text/html",
                        words(meta(text, "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>")),
                        "windows-1251",
                        false);
            case "shift_jis by meta" ->
                of(page, "text/html", words(meta(text, "<meta charset='shift_jis'>")), "shift_jis", false);
            case "iso-2022-jp by meta" ->
                of(page, "text/html", words(meta(text, "<meta charset=iso-2022-jp>")), "iso-2022-jp", false);
            case "gb18030 by header" -> of(page, "text/html;charset=\"gb18030\"", words(text), "gb18030", false);
            case "euc-kr by header" -> of(page, "text/html; CHARSET=EUC-KR", words(text), "euc-kr", false);
            case "utf-16le with a mark" -> of(page, "text/html", words(text), "utf-16le", true);
            case "utf-16be by header" -> of(page, "text/html; charset=utf-16be", words(text), "utf-16be", false);
            case "utf-8 with a mark" -> of(page, "text/html; charset=windows-1252", words(text), "utf-8", true);
            case "unknown charset" ->
                of(page, "text/html; charset=nonsense", text + "<p>caf\u00e9</p>", "iso-8859-1", false);
            case "no content type" ->
                new Asset(page.server(), page.path(), 200, List.of(), page.body(), page.delivery());
            case "a megabyte" ->
                of(
                        page,
                        "text/html; charset=utf-8",
                        text.replace("</head><body>", "</head><body>" + filler()),
                        "",
                        false);
            case "policy by header" -> page.with("content-security-policy", policy("'unsafe-inline' 'unsafe-eval'"));
            case "policy, report only" ->
                page.with(
                        "content-security-policy-report-only",
                        "img-src 'none'; report-uri " + Server.WWW.base() + "/reports; report-to r",
                        "reporting-endpoints",
                        "r=\"" + Server.WWW.base() + "/reports\"");
            case "policy with nonces" -> nonces(page, text, policy("'nonce-n0nce" + number + "'"));
            case "policy with strict-dynamic" ->
                nonces(
                        page,
                        text,
                        "script-src 'nonce-n0nce" + number
                                + "' 'strict-dynamic' https: 'unsafe-inline'; object-src 'none'; base-uri "
                                + Server.WWW.base());
            case "policy with hashes" ->
                page.with("content-security-policy", Press.hashes(text).replaceFirst("img-src.*", "img-src * data:"));
            case "fields of every kind" -> fields(page);
            case "cookies" ->
                page.with(
                        "set-cookie",
                        "lamp=l" + number + "; Path=/p/" + number + "; Domain=" + Server.WWW.host() + "; SameSite=Lax");
            case "not found, with content" -> page.as(404);
            case "gone, with content" -> page.as(410);
            case "an error, with content" -> page.as(500);
            case "no-store" -> page.with("cache-control", "no-store, private");
            case "vary" -> page.with("vary", "Accept-Language, Accept-Encoding", "cache-control", "max-age=60");
            case "frameset" -> frameset(page, bodies);
            default -> page.by(Shapes.delivery(shape)).with("cache-control", "max-age=3600");
        };
    }

    private static Asset of(Asset page, String type, String text, String charset, boolean mark) {
        return Asset.of(page.server(), page.path(), type, Shapes.encoded(text, charset, mark));
    }

    private static String meta(String text, String meta) {
        return text.replaceFirst("<head>", "<head>" + meta);
    }

    private static String words(String text) {
        return text.replace("</head><body>", "</head><body>" + WORDS);
    }

    private static String policy(String inline) {
        return "default-src 'self' " + SOURCES + "; script-src " + inline + " " + SOURCES
                + "; style-src 'unsafe-inline' " + SOURCES + "; form-action " + Server.WWW.base() + "; base-uri *";
    }

    /** Gives every second script a nonce. */
    private Asset nonces(Asset page, String text, String policy) {
        StringBuilder out = new StringBuilder();
        String[] parts = text.split("(?i)<script(?=[\\s>])", -1);
        for (int i = 0; i < parts.length; i++) {
            String nonce = i == 1 || random.nextInt(3) > 0 ? " nonce=n0nce" + number : "";
            out.append(i == 0 ? "" : "<script" + nonce).append(parts[i]);
        }
        return of(page, "text/html; charset=utf-8", out.toString(), "", false).with("content-security-policy", policy);
    }

    private static Asset fields(Asset page) {
        String w = Server.WWW.base();
        return page.with(
                "strict-transport-security", "max-age=9; includeSubDomains; preload",
                "alt-svc", "h3=\"" + Server.WWW.host() + ":443\"; ma=9",
                "link", "<" + w + page.path() + ">; rel=canonical, <//" + Server.CDN.authority() + ">; rel=preconnect",
                "content-location", w + page.path(),
                "report-to", "{\"endpoints\":[{\"url\":\"" + w + "/r\"}]}",
                "nel", "{\"report_to\":\"d\"}",
                "permissions-policy", "fullscreen=(self \"" + w + "\" \"" + Server.IMG.base() + "\")",
                "timing-allow-origin", w,
                "sourcemap", w + "/x.map",
                "server-timing", "a;dur=1",
                "x-frame-options", "SAMEORIGIN",
                "referrer-policy", "strict-origin-when-cross-origin",
                "x-content-type-options", "nosniff",
                "origin-agent-cluster", "?0",
                "cross-origin-resource-policy", "cross-origin",
                "cross-origin-opener-policy", "same-origin-allow-popups");
    }

    private static String filler() {
        StringBuilder out = new StringBuilder("<div hidden>");
        for (int i = 0; out.length() < 1_000_000; i++) {
            out.append("<p>").append("Lamps on the quay were lit at dusk. ".repeat(40));
            out.append("<a href=\"")
                    .append(Server.WWW.base())
                    .append("/p/")
                    .append(i)
                    .append("\">")
                    .append(i);
            out.append("</a><!-- ").append(Server.IMG.base()).append(" -->");
        }
        return out.append("</div>").toString();
    }

    private static Asset frameset(Asset page, List<String> bodies) {
        String in = String.join("", bodies);
        int at = in.indexOf("<iframe");
        String source = Server.WWW.base() + "/p/1.html";
        String html = "<html><head><title>f</title></head><frameset cols=\"50%,50%\"><frame src=\"" + source
                + "\" longdesc='" + source + "'><frame src=/p/2 name=b></frameset><noframes><a href=\"" + source + "\">"
                + at + "</a></noframes></html>";
        return Asset.of(page.server(), page.path(), "text/html", html);
    }
}
