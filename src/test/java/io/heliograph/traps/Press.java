package io.heliograph.traps;

import io.heliograph.traps.Asset.Delivery;
import io.heliograph.traps.Plot.Doc;
import io.heliograph.traps.Snippets.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a file of its kind: text in its charset, with its fields, and how it is delivered. */
final class Press {

    private static final Pattern BLOCK = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    private final Plot plot;
    private final Random random;

    Press(Plot plot, Random random) {
        this.plot = plot;
        this.random = random;
    }

    Asset made(Kind kind, Server server, String path, Doc doc, String key) {
        Asset asset = switch (kind.type()) {
            case "redirect" -> redirect(kind, server, path, doc, key);
            case "picture" -> Asset.of(server, path, "image/png", Tiles.png(random));
            case "sound" -> Asset.of(server, path, "audio/wav", Tiles.wave(random));
            default -> text(kind, server, path, doc, key);
        };
        if (!kind.option("type").isEmpty()) {
            asset = Asset.of(server, path, kind.option("type"), asset.body());
        }
        List<String> fields = new ArrayList<>(List.of("cache-control", "max-age=3600"));
        String cors = kind.option("cors");
        fields.add(cors.equals("origin") || cors.equals("credentials") ? "x-cors" : "access-control-allow-origin");
        fields.add(cors.equals("origin") || cors.equals("credentials") ? cors : "*");
        if (cors.equals("open")) {
            fields.addAll(List.of("access-control-expose-headers", "X-Own", "x-own", "own"));
        }
        for (String option : kind.options()) {
            if (option.startsWith("field=")) {
                String field = option.substring(6);
                fields.add(field.substring(0, field.indexOf(':')));
                fields.add(plot.fill(field.substring(field.indexOf(':') + 1), doc, key)
                        .replace('%', ' '));
            }
        }
        if (kind.has("hashes")) {
            fields.add("content-security-policy");
            fields.add(hashes(new String(asset.body(), StandardCharsets.UTF_8)));
        }
        asset = asset.with(fields.toArray(String[]::new)).by(delivery(kind));
        return kind.option("status").isEmpty() ? asset : asset.as(Integer.parseInt(kind.option("status")));
    }

    /** A policy that allows the inline scripts and styles that are there, all but the second script. */
    static String hashes(String page) {
        StringBuilder scripts = new StringBuilder("script-src");
        StringBuilder styles = new StringBuilder("style-src");
        Matcher matcher = BLOCK.matcher(page);
        for (int i = 0; matcher.find(); i++) {
            String hash = " '" + Sri.of("SHA-256", matcher.group(2).getBytes(StandardCharsets.UTF_8)) + "'";
            if (matcher.group(1).equals("style")) {
                styles.append(hash);
            } else {
                scripts.append(hash);
            }
        }
        return scripts + "; " + styles + "; img-src " + Server.WWW.base();
    }

    private Asset redirect(Kind kind, Server server, String path, Doc doc, String key) {
        int status = List.of(301, 302, 303, 307, 308).get(random.nextInt(5));
        String target = plot.fill(kind.text(), doc, key);
        String own = server.base() + "/";
        List<String> ways = new ArrayList<>(List.of(target, target.substring(5), target + "#frag"));
        if (target.startsWith(own)) {
            String relative = target.substring(own.length() - 1);
            ways.addAll(List.of(relative, relative.substring(relative.lastIndexOf('/') + 1), "/.." + relative));
        }
        return Asset.redirect(server, path, status, ways.get(random.nextInt(ways.size())));
    }

    private Asset text(Kind kind, Server server, String path, Doc doc, String key) {
        String text = plot.fill(kind.text(), doc, key);
        if (text.endsWith("\n")
                && !kind.extension().equals("txt")
                && !kind.extension().equals("vtt")) {
            text = text.substring(0, text.length() - 1);
        }
        Charset charset = charset(kind);
        byte[] body = encoded(text, charset);
        if (kind.has("bom")) {
            byte[] bom = encoded("\ufeff", charset);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(bom);
            all.writeBytes(body);
            body = all.toByteArray();
        }
        // In a page of UTF-16, what has no charset of its own is read as that.
        boolean plain = kind.type().equals("text/css") || kind.type().equals("text/javascript");
        return Asset.of(server, path, plain ? kind.type() + ";charset=utf-8" : kind.type(), body);
    }

    /** A text in a charset; what that has no character for is left out. */
    static byte[] encoded(String text, Charset charset) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .filter(c -> c < 0x80 || charset.newEncoder().canEncode(Character.toString(c)))
                .forEach(out::appendCodePoint);
        return out.toString().getBytes(charset);
    }

    private static Charset charset(Kind kind) {
        for (String option : kind.options()) {
            try {
                if (!option.contains("=") && Charset.isSupported(option)) {
                    return Charset.forName(option);
                }
            } catch (IllegalCharsetNameException e) {
                throw new IllegalStateException(option, e);
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static Delivery delivery(Kind kind) {
        return kind.has("gzip")
                ? Delivery.GZIP
                : kind.has("br")
                        ? Delivery.BROTLI
                        : kind.has("deflate")
                                ? Delivery.DEFLATE
                                : kind.has("pieces") ? Delivery.PIECES : Delivery.WHOLE;
    }
}
