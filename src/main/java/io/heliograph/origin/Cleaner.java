package io.heliograph.origin;

import io.heliograph.article.Href;
import io.heliograph.article.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.LeafNode;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * Cleans article HTML by an allowlist: text, structure, links, pictures and players stay; whatever runs, loads behind
 * the reader's back or changes the page around it goes. Links are resolved on the way.
 *
 * <p>The result is HTML whose text has every markup character escaped, whose attributes stand in double quotes, and whose
 * own URLs have their host open. Nothing else in it can be U+0001.
 */
final class Cleaner {

    /** Bodies with more characters are cut at their end. */
    static final int LONGEST = 1 << 20;

    /** Any hierarchical URL does: it is there so that relative links pass the check of their protocol. */
    private static final String BASE = "http://base.invalid/";

    private static final Safelist ALLOWED = new Safelist()
            .addTags("a", "abbr", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code")
            .addTags("col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure")
            .addTags("h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q")
            .addTags("rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary")
            .addTags("sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var")
            .addTags("video", "wbr")
            .addAttributes(":all", "dir", "lang", "title")
            .addAttributes("a", "href", "hreflang")
            .addAttributes("audio", "controls", "src")
            .addAttributes("blockquote", "cite")
            .addAttributes("col", "span")
            .addAttributes("colgroup", "span")
            .addAttributes("del", "cite", "datetime")
            .addAttributes("details", "open")
            .addAttributes("img", "alt", "height", "src", "width")
            .addAttributes("ins", "cite", "datetime")
            .addAttributes("li", "value")
            .addAttributes("ol", "reversed", "start", "type")
            .addAttributes("q", "cite")
            .addAttributes("source", "src", "type")
            .addAttributes("td", "colspan", "headers", "rowspan")
            .addAttributes("th", "colspan", "headers", "rowspan", "scope")
            .addAttributes("time", "datetime")
            .addAttributes("track", "kind", "label", "src", "srclang")
            .addAttributes("video", "controls", "height", "poster", "src", "width")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("audio", "src", "http", "https")
            .addProtocols("blockquote", "cite", "http", "https")
            .addProtocols("del", "cite", "http", "https")
            .addProtocols("img", "src", "http", "https")
            .addProtocols("ins", "cite", "http", "https")
            .addProtocols("q", "cite", "http", "https")
            .addProtocols("source", "src", "http", "https")
            .addProtocols("track", "src", "http", "https")
            .addProtocols("video", "poster", "http", "https")
            .addProtocols("video", "src", "http", "https")
            .preserveRelativeLinks(true);

    /** Stands for the open host until the HTML is written, for the parser's writer drops control characters. No text has it. */
    private static final char MARK = '\ufdd0';

    private static final OutputSettings WRITTEN = new OutputSettings()
            .prettyPrint(false)
            .escapeMode(Entities.EscapeMode.xhtml)
            .charset("UTF-8");

    private static final Set<String> LINKS = Set.of("href", "cite", "src", "poster");

    private Cleaner() {}

    /** Finds out where the links of one article lead. */
    interface Links {

        /**
         * The absolute URL, or own URL with its host open, of a link; empty if it leads nowhere, and is to be dropped.
         *
         * @param raw as it stands in the HTML
         */
        String resolve(String raw);
    }

    /**
     * Clean HTML, and what else is learnt from it.
     *
     * @param pictures what the body shows, in order, resolved
     */
    record Cleaned(String html, List<Href> pictures) {}

    static Cleaned clean(String html, Links links) {
        String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        Document dirty = parse(bounded);
        dirty.select("iframe[src], embed[src]").forEach(Cleaner::toLink);
        dirty.select("img[data-src]:not([src])").forEach(img -> img.attr("src", img.attr("data-src")));
        dirty.select("h1").tagName("h2");
        Document allowed = new org.jsoup.safety.Cleaner(ALLOWED).clean(dirty);
        allowed.outputSettings(WRITTEN);
        // What is left when elements are taken out may nest as no HTML does: parsed once more, it is as browsers see
        // it.
        Document clean = parse(allowed.body().html());
        clean.outputSettings(WRITTEN);
        Element body = clean.body();
        body.getAllElements().forEach(Cleaner::cleanText);
        List<Href> pictures = new ArrayList<>();
        for (Element element : body.getAllElements()) {
            resolve(element, links);
            if (element.normalName().equals("img") && element.hasAttr("src")) {
                pictures.add(new Href(element.attr("src").replace(MARK, Href.OPEN_HOST)));
            }
        }
        body.select("img:not([src]), source:not([src]), track:not([src])").remove();
        body.select("audio:not([src]):not(:has(source)), video:not([src]):not(:has(source))")
                .remove();
        body.select("a:not([href])").unwrap();
        body.select("audio, video").forEach(player -> player.attr("controls", true));
        removeEmptyParagraphs(body);
        return new Cleaned(Text.block(body.html().strip().replace(MARK, Href.OPEN_HOST)), pictures);
    }

    /** A fragment, parsed as the body of a standards-mode document. */
    private static Document parse(String html) {
        return Jsoup.parse("<!DOCTYPE html><html><head></head><body>" + html, BASE);
    }

    /** The words of HTML, on one line. */
    static String words(String html) {
        String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        return Text.line(Jsoup.parseBodyFragment(bounded).text());
    }

    /** A frame becomes a link to what it would have shown. */
    private static void toLink(Element frame) {
        String url = frame.attr("src");
        Element link = new Element("a").attr("href", url.startsWith("//") ? "https:" + url : url);
        link.text(frame.hasAttr("title") && !frame.attr("title").isBlank() ? frame.attr("title") : link.attr("href"));
        frame.replaceWith(new Element("p").appendChild(link));
    }

    /** Takes out of text and attributes what no reader should get, above all what looks like a mark of ours. */
    private static void cleanText(Element element) {
        for (Attribute attribute : element.attributes()) {
            attribute.setValue(strip(attribute.getValue()));
        }
        element.childNodes().stream()
                .filter(TextNode.class::isInstance)
                .map(TextNode.class::cast)
                .forEach(node -> node.text(strip(node.getWholeText())));
        element.childNodes().stream()
                .filter(node -> node instanceof LeafNode && !(node instanceof TextNode))
                .toList()
                .forEach(node -> node.remove());
    }

    private static String strip(String text) {
        String legal = Text.block(text);
        return legal.indexOf(Href.OPEN_HOST) < 0 ? legal : legal.replace(String.valueOf(Href.OPEN_HOST), "");
    }

    private static void resolve(Element element, Links links) {
        if (element.normalName().equals("img") && isPixel(element)) {
            element.removeAttr("src");
        }
        for (Attribute attribute : element.attributes().asList()) {
            if (LINKS.contains(attribute.getKey())) {
                String raw = attribute.getValue().strip();
                boolean spoken = raw.startsWith("mailto:") || raw.startsWith("tel:");
                String target = spoken && element.normalName().equals("a") ? raw : links.resolve(raw);
                if (target.isEmpty()) {
                    element.removeAttr(attribute.getKey());
                } else {
                    element.attr(attribute.getKey(), target.replace(Href.OPEN_HOST, MARK));
                }
            }
        }
        for (String side : List.of("width", "height")) {
            if (element.hasAttr(side) && !element.attr(side).matches("[1-9][0-9]{0,4}")) {
                element.removeAttr(side);
            }
        }
    }

    /** A picture that nobody is meant to see: it counts readers. */
    private static boolean isPixel(Element img) {
        return img.attr("width").matches("[01]") || img.attr("height").matches("[01]");
    }

    private static void removeEmptyParagraphs(Element body) {
        for (Element p : body.select("p, div, figure")) {
            if (!p.hasText() && p.select("img, audio, video, hr, br").isEmpty()) {
                p.remove();
            }
        }
    }
}
