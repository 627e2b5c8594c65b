package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Href;
import io.heliograph.article.Image;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article's HTML as pages show it: pictures in the right size, loaded when they are near, and from us alone; players
 * that load nothing unasked; what may be wider than the page in a box of its own that scrolls.
 *
 * <p>Cleaned HTML has every markup character of its text escaped and every attribute in double quotes, so a tag can be
 * found by looking for {@code <}.
 */
final class Body {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-z]+)(?:=\"([^\"]*)\")?");

    /** How broad a picture is in the text: as the screen, or as the measure. */
    private static final String SIZES = "(min-width: 46rem) 42rem, 92vw";

    private final Map<String, Image> images = new HashMap<>();
    private final StringBuilder out;

    private Body(Article article) {
        article.story().images().forEach(image -> images.put(image.href().value(), image));
        out = new StringBuilder(article.story().html().length() + 512);
    }

    static String of(Article article) {
        return new Body(article).typeset(article.story().html());
    }

    private String typeset(String html) {
        int from = 0;
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
            out.append(html, from, open);
            int end = end(html, open);
            tag(html.substring(open, end));
            from = end;
        }
        return out.append(html, from, html.length()).toString();
    }

    private void tag(String tag) {
        switch (name(tag)) {
            case "img" -> picture(tag);
            case "table" -> out.append("<div class=\"wide\" tabindex=\"0\">").append(tag);
            case "/table" -> out.append(tag).append("</div>");
            case "pre" -> out.append("<pre tabindex=\"0\"").append(tag, 4, tag.length());
            case "video", "audio" -> player(tag);
            default -> out.append(tag);
        }
    }

    private void player(String tag) {
        Map<String, String> attributes = attributes(tag);
        String poster = attributes.get("poster");
        if (poster != null && poster.charAt(0) != Href.OPEN_HOST) {
            attributes.remove("poster");
        }
        attributes.put("preload", "none");
        attributes.put("controls", "");
        write(name(tag), attributes);
    }

    private void picture(String tag) {
        Map<String, String> attributes = attributes(tag);
        String src = attributes.getOrDefault("src", "");
        String alt = attributes.getOrDefault("alt", "");
        if (src.isEmpty() || src.charAt(0) != Href.OPEN_HOST) {
            if (!alt.isEmpty()) {
                out.append("<span class=\"absent\">").append(alt).append("</span>");
            }
            return;
        }
        attributes.putIfAbsent("alt", "");
        Image image = images.get(src.replace("&amp;", "&"));
        if (image != null) {
            if (image.width() > 0 && image.height() > 0) {
                attributes.put("width", Integer.toString(image.width()));
                attributes.put("height", Integer.toString(image.height()));
            }
            String set = Picture.srcset(image);
            if (set != null) {
                attributes.put("srcset", Markup.text(set).html());
                attributes.put("sizes", SIZES);
            }
        }
        if (!attributes.containsKey("width") || !attributes.containsKey("height")) {
            attributes.remove("width");
            attributes.remove("height");
            attributes.put("class", "unsized");
        }
        attributes.put("loading", "lazy");
        attributes.put("decoding", "async");
        write("img", attributes);
    }

    private void write(String name, Map<String, String> attributes) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute);
            if (!value.isEmpty() || attribute.equals("alt")) {
                out.append("=\"").append(value).append('"');
            }
        });
        out.append('>');
    }

    /** In their order, with their values as they are written. */
    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            @Nullable String value = matcher.group(2);
            attributes.put(matcher.group(1), value == null ? "" : value);
        }
        return attributes;
    }

    private static String name(String tag) {
        int end = 1;
        while (end < tag.length() && " \n\t>".indexOf(tag.charAt(end)) < 0) {
            end++;
        }
        return tag.substring(1, end);
    }

    /** Past the end of a tag, minding quotes. */
    private static int end(String html, int open) {
        boolean quoted = false;
        for (int i = open + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i + 1;
            }
        }
        return html.length();
    }
}
