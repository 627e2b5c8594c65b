package io.heliograph.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites XML: XHTML and SVG as HTML's elements and attributes are; feeds, sitemaps, outlines, DASH manifests by what
 * stands in their elements, too. Ids of entries stay: readers would see everything again.
 */
final class XmlRewriter {

    private static final Names PAGES = Names.of("html svg math");
    /** Elements that hold a reference and nothing else, by local name. */
    private static final Names URLS = Names.of("baseurl location patchlocation link loc url uri icon logo comments docs"
            + " commentrss content_loc player_loc thumbnail_loc image laurl steeringurl contentsteering");
    /** Elements that hold what must not change. */
    private static final Names IDS = Names.of("guid id identifier");

    private final Rewriting run;
    private final BaseUrl base;
    private final int depth;
    private final ElementRewriter pages;
    private final ElementRewriter others;
    /** Whether it is for people to look at, so that its text is theirs. */
    private boolean page;

    private boolean started;
    private String element = "";
    /** What is relative to what in a manifest of DASH; nothing in other documents. */
    private @Nullable ManifestBases bases;

    /**
     * For a document.
     *
     * @param depth how many documents it stands in
     */
    XmlRewriter(Rewriting run, BaseUrl base, int depth) {
        this.run = run;
        this.base = base;
        this.depth = depth;
        this.pages = new ElementRewriter(run, base, depth, false);
        this.others = new ElementRewriter(run, base, depth, true);
    }

    /** Policies in the document, which can be rewritten when it has been read. */
    List<Text> policies() {
        return pages.policies();
    }

    void rewrite(Text text) {
        XmlScanner scanner = new XmlScanner(text);
        while (true) {
            switch (scanner.next()) {
                case START_TAG -> start(scanner.tag());
                case END_TAG -> end();
                case TEXT -> text(CharacterReferences.decodedXml(text.part(scanner.from(), scanner.to())));
                case CDATA -> text(text.part(scanner.from(), scanner.to()));
                case INSTRUCTION -> instruction(text.part(scanner.from(), scanner.to()));
                case DECLARATION -> declaration(text, scanner.from(), scanner.to());
                case IGNORED -> {
                    // Names of other documents at most.
                }
                case END -> {
                    return;
                }
            }
        }
    }

    /** What a document declares itself may be the beginning of its URLs (XML 1.0, section 4.4.2). */
    private void declaration(Text text, int from, int to) {
        int subset = text.find('[', from, to);
        if (subset < to) {
            run.literals().rewrite(text, subset, to);
        }
    }

    private void start(Tag tag) {
        String name = tag.name();
        element = tag.isSelfClosing ? "" : name.substring(name.indexOf(':') + 1);
        if (!started) {
            started = true;
            String local = name.substring(name.indexOf(':') + 1);
            page = PAGES.has(local);
            bases = local.equals("mpd") ? new ManifestBases(run.rules().origins(), base) : null;
        }
        if (bases != null && !tag.isSelfClosing) {
            bases.open();
        }
        (page ? pages : others).start(tag);
    }

    private void end() {
        element = "";
        if (bases != null) {
            bases.close();
            others.base(bases.base());
        }
    }

    private void text(Text content) {
        if (element.equals("style")) {
            new CssRewriter(run, pages.base(), depth).rewrite(content);
        } else if (element.equals("script")) {
            run.script(content, pages.base());
        } else if (!page && !IDS.has(element)) {
            data(content);
        } else if (!page) {
            run.edits().keep(content, 0, content.length());
        }
    }

    private void data(Text content) {
        int bracket = content.find('<', 0, content.length());
        if (bracket < content.length()) {
            new HtmlRewriter(run, run.unknownBase(), depth + 1).rewrite(content);
        } else if (URLS.has(element)) {
            run.references().rewrite(content, others.base());
            if (bases != null && element.equals("baseurl")) {
                bases.found(content.string(0, content.length()));
            }
        } else if (isOneWord(content)) {
            run.references().rewrite(content, run.unknownBase());
        }
    }

    private static boolean isOneWord(Text text) {
        boolean begun = false;
        boolean ended = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = text.at(i) <= ' ';
            if (!space && ended) {
                return false;
            }
            ended |= space && begun;
            begun |= !space;
        }
        return begun;
    }

    /** The style sheet of a document (Associating Style Sheets with XML documents, section 3). */
    private void instruction(Text content) {
        if (!content.has(0, "xml-stylesheet")) {
            return;
        }
        for (int i = 14; i < content.length(); i++) {
            int quote = content.at(i);
            if (quote != '"' && quote != '\'') {
                continue;
            }
            int end = content.find(quote, i + 1, content.length());
            int name = i - 1;
            while (name > 0 && (content.at(name) <= ' ' || content.at(name) == '=')) {
                name--;
            }
            if (content.has(name - 3, "href")) {
                run.references().rewrite(CharacterReferences.decodedXml(content.part(i + 1, end)), base);
            }
            i = end;
        }
    }
}
