package io.heliograph.traps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * URLs of the origin's servers that remain in a document where a browser or a crawler would take them for such. Shares no
 * code with the rewriters: documents are read by jsoup, everything else by expressions, behind all escapes.
 */
final class Remains {

    private static final String HOST = "(?:www|img|cdn)\\.lantern\\.example";
    /** Not within the URL of another server, which is that server's own business, and not a user's name. */
    private static final Pattern URL =
            Pattern.compile("(?i)(?<!ftp:)(?:(?:https?|wss?):)?[/\\\\]{2}" + HOST + "(?![\\w@:-]|\\.\\w)");

    private static final Pattern FOREIGN =
            Pattern.compile("(?i)(?:https?:)?//(?!" + HOST + ")[\\w.-]+[/?][^\\s\"'<>]*");
    private static final Pattern UNIT = Pattern.compile("\\\\(?:u\\{?([0-9a-fA-F]{2,4})}?|x([0-9a-fA-F]{2}))");
    private static final Pattern PERCENT = Pattern.compile("%([2-7][0-9a-fA-F])");
    /** An expression, as far as one is to be seen without reading the script. */
    private static final Pattern EXPRESSION =
            Pattern.compile("[(,=:\\[&|!?]\\s*/(?![/*])(?:\\\\.|\\[[^\\]]*]|[^/\\n\\\\])+/[gimsuy]*");

    /** Attributes that are words for people, or names that only look like places. */
    private static final Set<String> WORDS = Set.of(
            "title",
            "alt",
            "placeholder",
            "value",
            "label",
            "summary",
            "abbr",
            "itemid",
            "itemtype",
            "about",
            "resource",
            "id",
            "class",
            "download",
            "xmlns");

    /** Attributes of several URLs, which any space or line break parts. */
    private static final Set<String> LISTS = Set.of("srcset", "imagesrcset", "ping", "attributionsrc", "archive");

    private Remains() {}

    /** What remains, each with what stands around it. */
    static List<String> of(String type, String text) {
        List<String> found = new ArrayList<>();
        String bare = type.toLowerCase(Locale.ROOT);
        if (bare.contains("html") && !bare.contains("xhtml")) {
            node(Jsoup.parse(text), false, found);
        } else if (bare.contains("xml") || bare.contains("opml") || bare.contains("xsl")) {
            node(Jsoup.parse(text, "", Parser.xmlParser()), true, found);
        } else if (bare.contains("javascript")) {
            look("script", script(text), found);
        } else if (bare.contains("css")) {
            look(
                    "style",
                    text.replaceAll("(?s)/\\*.*?\\*/", "")
                            .replaceAll("@namespace[^;]*;", "")
                            .replaceAll("(?:\"(?:[^\"\\\\\n]|\\\\.)*\"\\s*)(?=[;}u])", ""),
                    found);
        } else if (bare.contains("json")) {
            look("json", text.replaceAll("\"(?:id|text|title)\" *: *\"[^\"]*\"", ""), found);
        } else if (bare.contains("mpegurl")) {
            look("playlist", text.replaceAll("(?m)^#EXTINF.*$", ""), found);
        }
        return found;
    }

    private static void node(Node node, boolean xml, List<String> found) {
        if (node instanceof Element element) {
            for (Attribute attribute : element.attributes()) {
                attribute(element, attribute, found);
            }
            if (element.tagName().matches("noscript|noembed|noframes") && element.childNodeSize() > 0) {
                node(Jsoup.parse(element.html()), false, found);
            }
            if (xml
                    && element.childrenSize() == 0
                    && !element.tagName().matches("(?i).*(guid|id|title|description|text|u|p)")) {
                String text = element.wholeText().strip();
                look(element.tagName(), text.contains("<") ? "" : text.contains(" ") ? "" : text, found);
                if (text.contains("<")) {
                    node(Jsoup.parse(text), false, found);
                }
            }
        }
        if (node instanceof DataNode data && node.parent() instanceof Element block) {
            boolean style = block.tagName().equals("style");
            if (!style && !block.tagName().equals("script")) {
                return;
            }
            String type = block.attr("type").toLowerCase(Locale.ROOT);
            if (style || type.isEmpty() || type.contains("javascript") || type.equals("module")) {
                found.addAll(of(style ? "text/css" : "text/javascript", data.getWholeData()));
            } else if (type.contains("json") || type.equals("importmap") || type.equals("speculationrules")) {
                found.addAll(of("application/json", data.getWholeData()));
            }
        }
        for (Node child : node.childNodes()) {
            node(child, xml, found);
        }
    }

    private static void attribute(Element element, Attribute attribute, List<String> found) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        boolean canonical = element.tagName().equals("link")
                && (element.attr("rel").equals("canonical") || element.hasAttr("hreflang"));
        boolean words = WORDS.contains(name) || name.startsWith("xmlns:") || name.startsWith("aria-");
        boolean described =
                element.tagName().equals("meta") && element.attr("name").equals("description");
        if (canonical || words || described || name.contains("<") || name.contains("\"")) {
            return;
        }
        if (name.equals("srcdoc")) {
            found.addAll(of("text/html", value));
        } else if (name.startsWith("on") || value.startsWith("javascript:")) {
            look(name, script(value), found);
        } else if (LISTS.contains(name)) {
            for (String part : value.split("\\s,*")) {
                look(element.tagName() + " " + name, part.matches("(?i)(http|[/\\\\]).*") ? part : "", found);
            }
        } else {
            look(element.tagName() + " " + name, value.replaceAll("[\\t\\n\\r]", ""), found);
        }
    }

    private static String script(String text) {
        return EXPRESSION.matcher(text).replaceAll("(0");
    }

    private static void look(String where, String text, List<String> found) {
        String plain = text.replaceAll("\\\\+/", "/");
        plain = UNIT.matcher(plain)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1), 16))));
        plain = PERCENT.matcher(plain)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
        plain = FOREIGN.matcher(plain).replaceAll(" ");
        Matcher matcher = URL.matcher(plain);
        while (matcher.find()) {
            // A host with a user before it, or within the query of one's own, is no place that anybody is led to.
            String before = plain.substring(Math.max(0, matcher.start() - 60), matcher.start());
            if (!before.matches("(?s).*[?&#=/][^\\s\"'`(<]*")) {
                found.add(where + ": " + before
                        + plain.substring(matcher.start(), Math.min(plain.length(), matcher.end() + 30)));
            }
        }
    }
}
