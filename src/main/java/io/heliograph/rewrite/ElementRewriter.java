package io.heliograph.rewrite;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.util.ArrayList;
import java.util.List;

/** Rewrites the attributes of elements of HTML, SVG and the XML of syndication. */
final class ElementRewriter {

    /** Attributes that hold one reference, on whatever element. */
    private static final Names URLS =
            Names.of("href src action formaction poster cite background longdesc xlink:href data"
                    + " manifest codebase dynsrc lowsrc classid icon");
    /** The same in XML: feeds, outlines, DASH. */
    private static final Names XML_URLS =
            Names.of("url xmlurl htmlurl media initialization index sourceurl bitstreamswitching feedurl");

    private static final Names URL_LISTS = Names.of("ping archive attributionsrc");
    private static final Names SRCSETS = Names.of("srcset imagesrcset");
    /** Presentation attributes of SVG that may hold {@code url()}. */
    private static final Names STYLES = Names.of(
            "fill stroke filter mask clip-path marker marker-start marker-mid marker-end cursor clip color-profile bgcolor");
    /** Words for people, and names that only look like places. */
    private static final Names TEXTS =
            Names.of("title alt placeholder value label summary abbr content name id class lang"
                    + " itemid itemtype itemprop about resource typeof vocab prefix property rel rev type nonce integrity role for"
                    + " headers datetime xmlns xml:lang xml:id xsi:schemalocation xsi:nonamespaceschemalocation rdf:about rdf:resource"
                    + " rdf:datatype schemeiduri profiles");

    /** What an attribute becomes when it is animated, one value or several. */
    private static final Names ANIMATED = Names.of("to from by values");

    /** Elements whose value may be a reference; the last is where players of DASH ask for the time. */
    private static final Names PLACES = Names.of("option param utctiming");

    private static final Names SRI_ELEMENTS = Names.of("script link");

    private final Rewriting run;
    private final int depth;
    private final boolean xml;
    private final MetaRewriter meta;
    private BaseUrl base;
    private boolean based;

    /**
     * For a document.
     *
     * @param depth how many documents it stands in
     * @param xml whether names may be those of feeds and other XML
     */
    ElementRewriter(Rewriting run, BaseUrl base, int depth, boolean xml) {
        this.run = run;
        this.base = base;
        this.depth = depth;
        this.xml = xml;
        this.meta = new MetaRewriter(run);
    }

    /** What relative references are resolved against from here on. */
    BaseUrl base() {
        return base;
    }

    /** Policies in the document, which can be rewritten when it has been read. */
    List<Text> policies() {
        return meta.policies();
    }

    /** Resolves relative references against something else from here on. */
    void base(BaseUrl other) {
        base = other;
    }

    void start(Tag tag) {
        if (tag.text.is(tag.nameFrom, tag.nameTo, "meta")) {
            meta.rewrite(tag, base);
        } else if (tag.text.is(tag.nameFrom, tag.nameTo, "base")) {
            base(tag);
            return;
        }
        List<String> seen = new ArrayList<>(tag.attributes() < 8 ? tag.attributes() : 8);
        for (int i = 0; i < tag.attributes(); i++) {
            attribute(tag, i, seen);
        }
    }

    /** The first base element with a reference counts, and its reference is resolved without it. */
    private void base(Tag tag) {
        int href = tag.find("href");
        if (based || href < 0) {
            return;
        }
        Text value = tag.value(href);
        run.references().rewrite(value, base);
        String url = base.resolve(value.string(0, value.length()));
        if (!url.isEmpty()) {
            base = BaseUrl.of(run.rules().origins(), url);
        }
        based = true;
    }

    private void attribute(Tag tag, int i, List<String> seen) {
        Text text = tag.text;
        int from = tag.nameFrom(i);
        int to = tag.nameTo(i);
        if (tag.raw(i).length() == 0) {
            return;
        }
        if (text.has(from, "on") && to - from > 2) {
            handler(tag.value(i));
            return;
        }
        if (text.has(from, "data-")) {
            data(tag, i);
            return;
        }
        String url = URLS.find(text, from, to);
        if (url.isEmpty() && xml) {
            url = XML_URLS.find(text, from, to);
        }
        if (url.isEmpty() && to - from > 5 && text.has(to - 5, ":href") && !text.has(to - 9, "bind:href")) {
            // XLink by another prefix; what frameworks bind is a script.
            url = text.latin(from, to);
        }
        if (!url.isEmpty()) {
            // Of attributes with the same name the first counts; there are few names, so the list stays short.
            if (!seen.contains(url)) {
                seen.add(url);
                url(tag, url, i);
            }
        } else if (!SRCSETS.find(text, from, to).isEmpty()) {
            Srcset.rewrite(tag.value(i), run.references(), base);
        } else if (!URL_LISTS.find(text, from, to).isEmpty()) {
            UrlList.rewrite(tag.value(i), text.is(from, to, "archive") ? " ," : " ", run.references(), base);
        } else if (text.is(from, to, "style")) {
            style(tag.value(i));
        } else if (text.is(from, to, "srcdoc")) {
            nested(tag.value(i));
        } else {
            other(tag, i, seen);
        }
    }

    private void other(Tag tag, int i, List<String> seen) {
        Text text = tag.text;
        int from = tag.nameFrom(i);
        int to = tag.nameTo(i);
        if (text.is(from, to, "integrity")) {
            if (!seen.contains("integrity")) {
                seen.add("integrity");
                integrity(tag, i);
            }
        } else if (text.is(from, to, "value")
                && !PLACES.find(text, tag.nameFrom, tag.nameTo).isEmpty()) {
            run.references().rewrite(tag.value(i), run.unknownBase());
        } else if (!STYLES.find(text, from, to).isEmpty()) {
            style(tag.value(i));
        } else if (text.is(from, to, "csp")) {
            // The policy that a page wants of what it frames (CSP: Embedded Enforcement, section 2.1).
            meta.policies().add(tag.value(i));
        } else if (!ANIMATED.find(text, from, to).isEmpty() && isOfReference(tag)) {
            UrlList.rewrite(tag.value(i), ";", run.references(), base);
        } else if (TEXTS.find(text, from, to).isEmpty()
                && !text.has(from, "aria-")
                && !text.has(from, "xmlns:")
                && !text.has(from, "og:")) {
            // Attributes that scripts or other standards know.
            unknown(tag.value(i));
        }
    }

    private void url(Tag tag, String name, int i) {
        Text value = stripped(tag.value(i));
        if (value.has(0, "javascript:")) {
            run.script(value, base);
        } else if (DataUrl.is(value)) {
            new DataUrl(run, depth).rewrite(value);
        } else if (name.equals("href") && tag.text.is(tag.nameFrom, tag.nameTo, "link") && !xml && namesOrigin(tag)) {
            run.references().keepAtOrigin(value, base);
            run.edits().keep(value, 0, value.length());
        } else {
            run.references().rewrite(value, base);
        }
    }

    /** A reference without the white space before it (URL Standard, basic URL parser). */
    private static Text stripped(Text value) {
        int from = 0;
        while (from < value.length() && value.at(from) <= ' ') {
            from++;
        }
        return value.part(from, value.length());
    }

    /** Whether a link element says what the page is, and does not lead anywhere: canonical, and other languages. */
    private boolean namesOrigin(Tag tag) {
        if (run.rules().canonical() == Canonical.HOST) {
            return false;
        }
        List<String> relations = List.of(tag.lower("rel").trim().split("[ \\t\\n\\f\\r]+"));
        return relations.contains("canonical")
                || relations.contains("alternate")
                        && tag.has("hreflang")
                        && !tag.has("type")
                        && !relations.contains("stylesheet");
    }

    private void data(Tag tag, int i) {
        Text value = tag.value(i);
        String name = run.lazyAttributes().find(tag.text, tag.nameFrom(i), tag.nameTo(i));
        if (name.endsWith("srcset")) {
            Srcset.rewrite(value, run.references(), base);
        } else if (!name.isEmpty() && isReference(value)) {
            run.references().rewrite(value, base);
        } else if (value.has(0, "url(")) {
            style(value);
        } else {
            unknown(value);
        }
    }

    /** What nobody knows what it is: JSON, with its escapes, if it begins as such. */
    private void unknown(Text value) {
        if ((value.at(0) == '{' || value.at(0) == '[') && value.find('"', 1, value.length()) < value.length()) {
            new JsonRewriter(run).rewrite(value);
        } else {
            run.literals().rewrite(value);
        }
    }

    /** Whether it may be a reference as a whole, and is no JSON or the like. */
    private static boolean isReference(Text value) {
        int c = value.at(0);
        return c != '{' && c != '[' && !value.has(0, "url(");
    }

    private void style(Text value) {
        int before = run.edits().size();
        new CssRewriter(run, base, depth).rewrite(value);
        block(value, before);
    }

    /** Whether an element of SVG animates an attribute that holds a reference (SVG Animations Level 2, section 4.3). */
    private static boolean isOfReference(Tag tag) {
        String attribute = tag.lower("attributename");
        return attribute.equals("href") || attribute.endsWith(":href");
    }

    private void handler(Text value) {
        int before = run.edits().size();
        run.script(value, base);
        block(value, before);
    }

    /** Notes an attribute whose hash a policy may name. */
    private void block(Text value, int before) {
        if (run.edits().size() > before && run.wantsHashes()) {
            run.blocks()
                    .add(new InlineBlock(
                            value.copy(0, value.length()), run.edits().since(before, value), value.charset()));
        }
    }

    private void nested(Text value) {
        if (depth < Rewriting.DEEPEST) {
            HtmlRewriter document = new HtmlRewriter(run, base, depth + 1);
            document.rewrite(value);
            meta.policies().addAll(document.policies());
        }
    }

    private void integrity(Tag tag, int i) {
        if (xml || SRI_ELEMENTS.find(tag.text, tag.nameFrom, tag.nameTo).isEmpty()) {
            return;
        }
        int source = tag.find(tag.text.is(tag.nameFrom, tag.nameTo, "link") ? "href" : "src");
        if (source < 0) {
            return;
        }
        Text reference = tag.value(source);
        String url = base.resolve(reference.string(0, reference.length()));
        if (!new IntegrityRewriter(run).rewrite(tag.value(i), url)) {
            run.edits().replace(tag.text, tag.nameFrom(i), tag.end(i), out -> {});
        }
    }
}
