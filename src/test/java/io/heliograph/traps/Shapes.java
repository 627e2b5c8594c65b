package io.heliograph.traps;

import io.heliograph.traps.Asset.Delivery;
import io.heliograph.traps.Plot.Doc;
import io.heliograph.traps.Snippets.Snippet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Puts a page together: head, traps and body as its shape wants them, in its charset, with its fields. */
final class Shapes {

    private static final String HTML = "text/html; charset=utf-8";

    private final Plot plot;
    private final int number;
    private final Random random;
    private final String path;
    private Doc doc;

    Shapes(Plot plot, int number, Random random) {
        this.plot = plot;
        this.number = number;
        this.random = random;
        this.path = Pages.path(number);
        this.doc = Pages.doc(path);
    }

    /** The page, and what else answers on its behalf. */
    List<Asset> made(Snippet shape, List<Snippet> traps, Snippet last) {
        String name = shape.name();
        String file = switch (name) {
            case "xhtml" -> "xhtml";
            case "a document of svg" -> "bigsvg";
            case "a feed" -> "feed";
            case "json" -> "jsondoc";
            case "plain text" -> "plain";
            case "xml with a style sheet" -> "xslt";
            default -> "";
        };
        if (!file.isEmpty()) {
            Snippets.Kind kind = Snippets.KINDS.get(file);
            plot.trap("", doc);
            return List.of(new Press(plot, random).made(kind, Server.WWW, path, doc, "page"));
        }
        if (name.startsWith("base: ")) {
            doc = based(name);
        }
        String head = plot.trap(shape.text(), Pages.doc(path));
        List<String> bodies = new ArrayList<>();
        for (Snippet trap : traps) {
            bodies.add("<h3>" + trap.name() + "</h3>" + plot.trap(trap.text(), doc));
        }
        bodies.add(plot.trap(last.text(), doc));
        return switch (name) {
            case "moves by script" ->
                moved(
                        "<!DOCTYPE html><html data-moves><link rel=icon href=data:,><script>setTimeout(function(){location.href='"
                                + Server.WWW.base() + "/p/" + number + "/moved'},1)</script>",
                        bodies);
            case "moves by header" -> {
                List<Asset> both = moved("<!DOCTYPE html><html data-moves><link rel=icon href=data:,><p>wait", bodies);
                yield List.of(
                        both.get(0).with("refresh", "0; url=" + Server.WWW.base() + "/p/" + number + "/moved"),
                        both.get(1));
            }
            case "moves by meta" ->
                moved("<!DOCTYPE html><html data-moves><link rel=icon href=data:,>" + head + "<p>wait", bodies);
            case "redirected" ->
                List.of(
                        Asset.redirect(
                                Server.WWW, path, 302, "//" + Server.WWW.authority() + "/p/" + number + "/moved"),
                        ordinary("/p/" + number + "/moved", "", bodies));
            case "redirected in a chain over servers" -> chain(bodies);
            default -> List.of(new Guise(number, random).put(name, ordinary(path, head, bodies), bodies));
        };
    }

    private Doc based(String name) {
        String at = "/t/" + number + "/x";
        return switch (name) {
            case "base: the server under a path" -> new Doc(Server.IMG, at, "", path);
            case "base: the server with companions" -> new Doc(Server.CDN, at, "", path);
            case "base: a directory" ->
                new Doc(Server.WWW, "/t/" + number + "/deep/x", "/t/" + number + "/deep/x", path);
            default -> new Doc(Server.WWW, at, at, path);
        };
    }

    private List<Asset> moved(String first, List<String> bodies) {
        return List.of(Asset.of(Server.WWW, path, HTML, first), ordinary("/p/" + number + "/moved", "", bodies));
    }

    private List<Asset> chain(List<String> bodies) {
        String hop = "/t/" + number + "/hop";
        return List.of(
                Asset.redirect(Server.WWW, path, 301, Server.CDN.base() + hop),
                Asset.redirect(Server.CDN, hop, 307, "/t/" + number + "/hop2?u=" + Server.WWW.base()),
                Asset.redirect(Server.CDN, "/t/" + number + "/hop2", 302, "//" + Server.IMG.authority() + hop),
                Asset.redirect(
                        Server.IMG, hop, 303, "HTTP://" + Server.WWW.authority() + "/p/" + number + "/moved#top"),
                ordinary("/p/" + number + "/moved", "", bodies));
    }

    private static Asset ordinary(String path, String head, List<String> bodies) {
        return Asset.of(Server.WWW, path, HTML, html("<!DOCTYPE html>", head, bodies));
    }

    static String html(String doctype, String head, List<String> bodies) {
        return doctype + "<html lang=en><head><title>A page</title><link rel=icon href=data:,><script>" + Snippets.TOOLS
                + "</script>" + head + "</head><body>" + String.join("\n", bodies);
    }

    /** A text in a charset, with a mark before it or without. */
    static byte[] encoded(String text, String charset, boolean mark) {
        Charset set = charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (mark) {
            out.writeBytes("\ufeff".getBytes(set));
        }
        out.writeBytes(Press.encoded(text, set));
        return out.toByteArray();
    }

    static Delivery delivery(String shape) {
        return switch (shape) {
            case "gzip" -> Delivery.GZIP;
            case "brotli" -> Delivery.BROTLI;
            case "deflate" -> Delivery.DEFLATE;
            case "in pieces" -> Delivery.PIECES;
            default -> Delivery.WHOLE;
        };
    }
}
