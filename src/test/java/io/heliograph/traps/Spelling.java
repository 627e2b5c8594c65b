package io.heliograph.traps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The ways in which one and the same URL may be written, by what it stands in. */
enum Spelling {
    /** A quoted attribute of HTML. */
    ATTRIBUTE,
    /** An attribute without quotes, or one of XML. */
    BARE,
    /** A string or {@code url()} of a style sheet. */
    STYLE,
    /** A string literal of a script. */
    SCRIPT,
    /** A string of JSON. */
    JSON,
    /** Absolute, as it is. */
    PLAIN,
    /** Path alone on its own server, else absolute. */
    NEAR;

    /**
     * Spells a URL at random.
     *
     * @param near what the path is relative to; empty if it may not be relative
     */
    String spell(Random random, Server server, String path, String near) {
        List<String> ways = new ArrayList<>();
        String authority = server.authority();
        String plain = "http://" + authority + path;
        ways.add(plain);
        if (this == PLAIN) {
            return plain;
        }
        ways.add(plain);
        ways.add("//" + authority + path);
        if (!near.isEmpty()) {
            relative(ways, path, near);
        }
        if (this == NEAR) {
            return near.isEmpty() ? plain : path;
        }
        ways.add("HTTP://" + authority.toUpperCase(Locale.ROOT) + path);
        if (Server.hasUsualPort()) {
            ways.add("http://" + authority + ":80" + path);
        }
        switch (this) {
            case ATTRIBUTE -> attribute(ways, authority, path, near);
            case BARE -> ways.add("http://" + authority.replace(".", "&#46;") + path);
            case STYLE -> {
                ways.add("http\\3a //" + authority.replace("-", "\\2d ").replace(".", "\\.") + path);
                ways.add("\\68ttp:\\/\\/" + authority.replace("l", "\\00006c") + path);
            }
            case SCRIPT -> {
                ways.add("http:\\/\\/" + authority + path.replace("/", "\\/"));
                ways.add("\\x68ttp:\\u002f\\u002F" + authority.replace(".", "\\x2e") + path);
                ways.add("\\u{68}ttp:\\x2F\\x2f" + authority + path);
                ways.add("http:\\57\\057".replace("\\57", "\\x2f").replace("\\057", "\\/") + authority + path);
            }
            case JSON -> {
                ways.add("http:\\/\\/" + authority + path.replace("/", "\\/"));
                ways.add("\\u0068ttp:\\u002f\\/" + authority + path);
                ways.add("http:\\u002F\\u002F" + authority.replace(".", "\\u002e") + path);
            }
            default -> {}
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private static void relative(List<String> ways, String path, String near) {
        ways.add(path);
        ways.add(path);
        String directory = near.substring(0, near.lastIndexOf('/') + 1);
        if (path.startsWith(directory) && directory.length() > 1) {
            String name = path.substring(directory.length());
            String parent = directory.substring(directory.lastIndexOf('/', directory.length() - 2) + 1);
            ways.add(name);
            ways.add("./" + name);
            ways.add("../" + parent + name);
            ways.add("../../../../.." + path);
            ways.add("/.." + path);
            ways.add("/./a/.%2e" + path);
        }
    }

    private static void attribute(List<String> ways, String authority, String path, String near) {
        ways.add("  http://" + authority + path + "\n");
        ways.add("http:\\\\" + authority + path.replace("/", "\\"));
        ways.add("http:///" + authority + path);
        ways.add("ht\ntp:/\t/" + authority.replace("lan", "lan\n") + path);
        ways.add("http&colon;&sol;/" + authority.replace(".", "&period;") + path);
        ways.add("http&#58;&#x2F;&#x2f;" + authority.replace("lantern", "l&#97;ntern") + path);
        ways.add("http://" + authority.replace(".example", "%2eex%61mple") + path);
        if (!near.isEmpty()) {
            ways.add("http:" + path);
        } else {
            ways.add("http:/" + authority + path);
            ways.remove(ways.size() - 1);
        }
    }
}
