package io.heliograph.traps;

import io.heliograph.traps.Snippets.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ground of one page: fills in what its traps leave open, and makes the files that they name. A place is written
 * {@code {{server/kind.context=name}}}: a URL of a new file of a kind, spelt for what it stands in.
 */
final class Plot {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{(?:([wict])/)?([a-z0-9]*#?[a-z0-9]*)(?:\\.([a-z]))?(?:=([a-z]+))?}}");

    private static final List<String> SIDES = List.of("left", "right", "top", "bottom");
    private static final List<String> PICTURED = List.of("background-image", "list-style-image", "border-image-source");

    private final int number;
    private final int pages;
    private final Random random;
    private final List<Asset> assets = new ArrayList<>();
    private final Map<String, Asset> named = new HashMap<>();
    private int files;
    private int trap;

    /**
     * What URLs stand in.
     *
     * @param near path that references of it are relative to; empty if there may be none
     * @param scriptNear the same for its scripts
     * @param own path of the document itself
     */
    record Doc(Server server, String near, String scriptNear, String own) {

        static Doc of(Server server, String path) {
            return new Doc(server, path, path, path);
        }
    }

    Plot(int number, int pages, Random random) {
        this.number = number;
        this.pages = pages;
        this.random = random;
    }

    List<Asset> assets() {
        return assets;
    }

    /** Fills a text that is a trap of its own. */
    String trap(String text, Doc doc) {
        trap++;
        named.clear();
        return fill(text, doc, "");
    }

    String fill(String text, Doc doc, String key) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String server = matcher.group(1) == null ? "" : matcher.group(1);
            String context = matcher.group(3) == null ? "" : matcher.group(3);
            String name = matcher.group(4) == null ? "" : matcher.group(4);
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(place(server, matcher.group(2), context, name, doc, key)));
        }
        return matcher.appendTail(out).toString();
    }

    private String place(String server, String what, String context, String name, Doc doc, String key) {
        Server chosen = server.isEmpty() ? doc.server() : server(server);
        return switch (what) {
            case "id" -> number + "_" + trap;
            case "n" -> Integer.toString(number);
            case "key" -> key;
            case "base" -> chosen.base();
            case "host" -> chosen.authority();
            case "name" -> chosen.host();
            case "tail" -> chosen.authority().substring(4);
            case "nul" -> "\u0000";
            case "long" -> "lorem ipsum dolor ".repeat(200);
            case "size" -> Integer.toString(3 + random.nextInt(12));
            case "side" -> SIDES.get(files % 4);
            case "pictured" -> PICTURED.get(files % 3);
            case "selfpath" -> doc.own();
            case "page" -> page(context, doc);
            case "picname" -> {
                String path = make(doc.server(), "pic", doc).path();
                yield path.substring(path.lastIndexOf('/') + 1);
            }
            default -> file(server, what, context, name, doc);
        };
    }

    private String file(String server, String what, String context, String name, Doc doc) {
        if (what.startsWith("sri#")) {
            return Sri.of("SHA-384", asset(what.substring(4)).body());
        }
        if (what.startsWith("b64#")) {
            Asset asset = make(Server.WWW, what.substring(4), doc);
            return Base64.getEncoder().encodeToString(asset.body());
        }
        if (what.startsWith("#")) {
            Asset asset = asset(what.substring(1));
            return spell(asset, context, doc);
        }
        Server where = server.isEmpty() ? anyServer() : server(server);
        if (what.endsWith("path")) {
            return make(where, what.substring(0, what.length() - 4), doc).path();
        }
        Asset asset = make(where, what, doc);
        if (!name.isEmpty()) {
            named.put(name, asset);
        }
        return context.equals("k") ? keyOf(asset.path()) : spell(asset, context, doc);
    }

    private Asset asset(String name) {
        Asset asset = named.get(name);
        if (asset == null) {
            throw new IllegalStateException("nothing is called " + name);
        }
        return asset;
    }

    private String page(String context, Doc doc) {
        String path = Pages.path(1 + random.nextInt(pages));
        return spell(Asset.of(Server.WWW, path, "text/html", ""), context.isEmpty() ? "a" : context, doc);
    }

    private String spell(Asset asset, String context, Doc doc) {
        boolean home = asset.server() == doc.server();
        String near = home ? doc.near() : "";
        String scriptNear = home ? doc.scriptNear() : "";
        return switch (context) {
            case "b" -> Spelling.BARE.spell(random, asset.server(), asset.path(), near);
            case "c" -> Spelling.STYLE.spell(random, asset.server(), asset.path(), near);
            case "j" -> Spelling.SCRIPT.spell(random, asset.server(), asset.path(), scriptNear);
            case "m" -> module(asset, near);
            case "n" -> Spelling.NEAR.spell(random, asset.server(), asset.path(), scriptNear);
            case "p" -> Spelling.PLAIN.spell(random, asset.server(), asset.path(), "");
            case "s" -> Spelling.JSON.spell(random, asset.server(), asset.path(), "");
            default -> Spelling.ATTRIBUTE.spell(random, asset.server(), asset.path(), near);
        };
    }

    /** A specifier of a module: without a slash or dots at its beginning it would be the name of a package. */
    private String module(Asset asset, String near) {
        String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
        boolean beside = near.startsWith("/t/" + number + "/");
        return switch (random.nextInt(3)) {
            case 0 -> near.isEmpty() ? asset.url() : asset.path();
            case 1 -> beside ? "./" + name : asset.url();
            default -> Spelling.SCRIPT.spell(random, asset.server(), asset.path(), "");
        };
    }

    private Server anyServer() {
        return switch (random.nextInt(4)) {
            case 0 -> Server.IMG;
            case 1 -> Server.CDN;
            default -> Server.WWW;
        };
    }

    private static Server server(String letter) {
        return switch (letter) {
            case "i" -> Server.IMG;
            case "c" -> Server.CDN;
            case "t" -> Server.THIRD;
            default -> Server.WWW;
        };
    }

    private Asset make(Server server, String what, Doc includer) {
        Kind kind = Snippets.KINDS.get(what);
        if (kind == null) {
            throw new IllegalStateException("no kind " + what);
        }
        String path = "/t/" + number + "/" + ++files + "." + kind.extension();
        Doc doc = switch (kind.mode()) {
            case "doc" -> new Doc(includer.server(), includer.near(), includer.scriptNear(), path);
            case "none" -> new Doc(server, "", "", path);
            default -> {
                boolean page = kind.type().startsWith("text/html");
                yield new Doc(server, path, page && server != Server.WWW ? "" : path, path);
            }
        };
        Asset asset = new Press(this, random).made(kind, server, path, doc, keyOf(path));
        assets.add(asset);
        return asset;
    }

    private static String keyOf(String path) {
        return "f" + path.substring(2, path.lastIndexOf('.'));
    }
}
