package io.heliograph.origin;

import io.heliograph.article.Href;
import io.heliograph.article.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** So are bodies with more start tags: of those left open a parser makes new elements in each paragraph, a dozen. */
    static final int MOST_TAGS = 20_000;

    private static final int MOST_ROUNDS = 3;

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
    static final char MARK = '\ufdd0';

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
        Document dirty = parse(bounded(html));
        dirty.select("iframe[src], embed[src]").forEach(frame -> toLink(frame, links));
        // Pictures that a script would have loaded: what stands in their place is none.
        dirty.select("img[data-src]:not([src]), img[data-src][src^=data:]")
                .forEach(img -> img.attr("src", img.attr("data-src")));
        dirty.select("h1").tagName("h2");
        Document allowed = new org.jsoup.safety.Cleaner(ALLOWED).clean(dirty);
        allowed.outputSettings(WRITTEN);
        if (isSwollen(allowed.body())) {
            return wordsAlone(html);
        }
        // What is left when elements are taken out may nest as no HTML does: parsed once more, it is as browsers see
        // it.
        Element body = parse(allowed.body().html()).body();
        if (isSwollen(body)) {
            return wordsAlone(html);
        }
        body.getAllElements().forEach(Cleaner::cleanText);
        List<Href> pictures = new ArrayList<>();
        for (Element element : body.getAllElements()) {
            resolve(element, links);
            if (element.normalName().equals("img") && element.hasAttr("src")) {
                pictures.add(new Href(element.attr("src").replace(MARK, Href.OPEN_HOST)));
            }
        }
        if (isSwollen(body)) {
            return wordsAlone(html);
        }
        // Where something was taken out, what stood around it may nest otherwise.
        for (int round = 0; round < MOST_ROUNDS && Leftovers.remove(body); round++) {
            body = parse(body.html()).body();
        }
        body.select("audio, video").forEach(player -> player.attr("controls", true));
        return new Cleaned(Text.block(body.html().strip().replace(MARK, Href.OPEN_HOST)), pictures);
    }

    private static Cleaned wordsAlone(String html) {
        return new Cleaned(Plain.paragraphs(words(html)), List.of());
    }

    /** HTML as a parser may be given it: not too long, with plain line ends, without the CDATA marks of XML. */
    static String bounded(String html) {
        String cut = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        if (cut.indexOf('\r') >= 0) {
            cut = cut.replace("\r\n", "\n").replace('\r', '\n');
        }
        if (cut.contains("<![CDATA[")) {
            cut = cut.replace("<![CDATA[", "").replace("]]>", "");
        }
        int tags = 0;
        for (int i = 0; i + 1 < cut.length(); i++) {
            if (cut.charAt(i) == '<' && Character.isLetter(cut.charAt(i + 1)) && ++tags > MOST_TAGS) {
                return cut.substring(0, i);
            }
        }
        return cut;
    }

    /** Whether parsing, or links relative to a long base, made much more of the HTML than there was. */
    private static boolean isSwollen(Element body) {
        long elements = 0;
        long characters = 0;
        for (Element element : body.getAllElements()) {
            elements++;
            for (Attribute attribute : element.attributes()) {
                characters += attribute.getValue().length();
            }
        }
        return elements > 2 * MOST_TAGS || characters > LONGEST;
    }

    /** A fragment, parsed as the body of a standards-mode document. */
    static Document parse(String html) {
        Document document = Jsoup.parse("<!DOCTYPE html><html><head></head><body>" + html, BASE);
        document.outputSettings(WRITTEN);
        return document;
    }

    /** The words of HTML, on one line. */
    static String words(String html) {
        return Text.line(Jsoup.parseBodyFragment(bounded(html)).text());
    }

    /** A frame becomes a link to what it would have shown, if that is a page. */
    private static void toLink(Element frame, Links links) {
        String url = frame.attr("src").strip();
        if (links.resolve(url).isEmpty()) {
            frame.remove();
            return;
        }
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
                boolean spoken =
                        raw.regionMatches(true, 0, "mailto:", 0, 7) || raw.regionMatches(true, 0, "tel:", 0, 4);
                String target = spoken && element.normalName().equals("a") ? raw : links.resolve(raw);
                if (target.isEmpty()) {
                    element.removeAttr(attribute.getKey());
                } else {
                    element.attr(attribute.getKey(), target.replace(Href.OPEN_HOST, MARK));
                }
            }
        }
        if (element.normalName().equals("img") && element.hasAttr("src")) {
            // It comes last: validators take "src=" in the words before it for no other picture.
            String src = element.attr("src");
            element.removeAttr("src").attr("src", src);
        }
        for (String side : List.of("width", "height")) {
            if (element.hasAttr(side) && !element.attr(side).matches("[1-9][0-9]{0,4}")) {
                element.removeAttr(side);
            }
        }
    }

    /** A picture that nobody is meant to see: it counts readers. */
    private static boolean isPixel(Element img) {
        return Stream.of("width", "height").anyMatch(side -> img.attr(side).matches("\\s*0*[01](\\.0*)?\\s*(px)?\\s*"));
    }
}
