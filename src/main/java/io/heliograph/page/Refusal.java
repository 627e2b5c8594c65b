package io.heliograph.page;

import io.heliograph.article.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The page for requests that no site answers: those for an unknown host, those that cannot be understood, and those that
 * come while nothing can be had from the store or from the site that is mirrored. It names no site, loads nothing and is
 * whole in itself; its style is allowed by its hash alone.
 */
public final class Refusal {

    private static final String STYLE =
            "html{color-scheme:light dark;background:#fffefb;color:#1b1915;font:1.125rem/1.6 Georgia,\"Times New Roman\",serif}"
                    + "body{max-width:36rem;margin:0 auto;padding:18vh 1.5rem}"
                    + "h1{margin:0 0 1rem;padding-top:1rem;border-top:3px double;font-size:2.25rem;line-height:1.15}"
                    + "p{margin:0 0 1rem;overflow-wrap:anywhere}small{color:#5c574e}"
                    + "@media (prefers-color-scheme:dark){html{background:#16181b;color:#eeeae3}small{color:#b3aea5}}";

    /** The {@code Content-Security-Policy} to send with the page. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash()
            + "'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private Refusal() {}

    /**
     * The page.
     *
     * @param status 400, 405, 421, 502, 503 or 504; others as 400
     * @param explanation one line of ours for a person, with nothing in it that the client sent
     */
    public static String page(int status, String explanation) {
        String title = switch (status) {
            case 421 -> "Nobody by that name";
            case 503 -> "Out of order";
            case 502, 504 -> "Away for a moment";
            default -> "That was not understood";
        };
        String advice = switch (status) {
            case 421 ->
                "The name in the address leads to this machine, but no publication here answers to it. If a"
                        + " bookmark or link brought you, the publication may have other addresses: try one of"
                        + " those.";
            case 502, 504 ->
                "The site does not answer just now, and this page of it is not kept here. If you know another address"
                        + " of this publication, it leads to the same site; trying again in a moment may help.";
            case 503 ->
                "The fault is ours. If you know another address of this publication, it may be of use until"
                        + " this one is well again.";
            default ->
                "What the browser or program sent is not a request that can be answered. Typing the address"
                        + " anew may help.";
        };
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"robots\" content=\"noindex\">\n<title>" + title + "</title>\n<style>" + STYLE
                + "</style>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p>" + advice + "</p>\n<p><small>"
                + status + ": " + Markup.text(explanation).html() + "</small></p>\n</main>\n</body>\n</html>\n";
    }

    private static String hash() {
        byte[] digest = Fingerprint.sha256().digest(STYLE.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
