package io.heliograph.rewrite;

import io.heliograph.http.MediaType;
import java.util.List;

/** Rewrites an HTML document, or a part of one: attributes, inline scripts and styles, and data in script elements. */
final class HtmlRewriter {

    /** Types of script elements that hold markup for scripts to use. */
    private static final Names MARKUP = Names.of("text/html text/template text/x-template text/x-handlebars-template"
            + " text/x-handlebars text/ng-template text/x-jquery-tmpl text/x-underscore text/x-mustache x-tmpl-mustache"
            + " text/x-tmpl text/x-dot-template text/x-jsrender text/x-kendo-template text/x-magento-template");

    private static final Names BLOCKS = Names.of("script style");

    private final Rewriting run;
    private final int depth;
    private final ElementRewriter elements;

    /**
     * For a document.
     *
     * @param depth how many documents it stands in
     */
    HtmlRewriter(Rewriting run, BaseUrl base, int depth) {
        this.run = run;
        this.depth = depth;
        this.elements = new ElementRewriter(run, base, depth, false);
    }

    private HtmlRewriter(Rewriting run, ElementRewriter elements, int depth) {
        this.run = run;
        this.depth = depth;
        this.elements = elements;
    }

    /** Policies in the document, which can be rewritten when it has been read. */
    List<Text> policies() {
        return elements.policies();
    }

    void rewrite(Text text) {
        HtmlScanner scanner = new HtmlScanner(text);
        // A style or script of SVG or MathML: its content is text like any other.
        String foreign = "";
        while (true) {
            switch (scanner.next()) {
                case START_TAG -> {
                    elements.start(scanner.tag());
                    foreign = scanner.element().isEmpty()
                            ? BLOCKS.find(text, scanner.tag().nameFrom, scanner.tag().nameTo)
                            : "";
                }
                case END_TAG -> foreign = "";
                case RAW -> raw(text.part(scanner.from(), scanner.to()), scanner.element(), scanner.tag());
                case TEXT -> {
                    if (!foreign.isEmpty()) {
                        Text content = CharacterReferences.decoded(text.part(scanner.from(), scanner.to()));
                        raw(content, foreign, scanner.tag());
                    }
                }
                case END -> {
                    return;
                }
                case COMMENT -> {
                    // Nobody reads it.
                }
            }
        }
    }

    private void raw(Text text, String element, Tag tag) {
        if (text.length() == 0) {
            return;
        }
        switch (element) {
            case "script" -> script(text, MediaType.bare(tag.lower("type")));
            case "style" -> style(text);
            // Without scripts, browsers read these as markup.
            case "noscript", "noframes", "noembed" -> markup(text);
            default -> {
                // Text for people.
            }
        }
    }

    private void markup(Text text) {
        if (depth < Rewriting.DEEPEST) {
            new HtmlRewriter(run, elements, depth + 1).rewrite(text);
        }
    }

    private void style(Text text) {
        int before = run.edits().size();
        new CssRewriter(run, elements.base(), depth).rewrite(text);
        block(text, before);
    }

    private void script(Text text, String type) {
        if (type.equals("importmap") || type.equals("speculationrules")) {
            int before = run.edits().size();
            new JsonRewriter(run, elements.base(), type.equals("importmap")).rewrite(text);
            block(text, before);
        } else if (Syntax.ofType(type) == Syntax.JSON) {
            new JsonRewriter(run).rewrite(text);
        } else if (MARKUP.has(type)) {
            markup(text);
        } else {
            int before = run.edits().size();
            run.script(text, elements.base());
            block(text, before);
        }
    }

    /** Notes an element whose hash a policy may name. */
    private void block(Text text, int before) {
        if (run.edits().size() > before && run.wantsHashes()) {
            run.blocks()
                    .add(new InlineBlock(
                            text.copy(0, text.length()), run.edits().since(before, text), text.charset()));
        }
    }
}
