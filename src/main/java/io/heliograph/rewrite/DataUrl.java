package io.heliograph.rewrite;

import io.heliograph.http.MediaType;

/**
 * A document within a {@code data:} URL (RFC 2397), read behind its percent-encoding. What is relative in it leads nowhere.
 * One in Base64 stays, since nothing can be filled into it.
 */
final class DataUrl {

    private static final String SCHEME = "data:";

    private final Rewriting run;
    private final int depth;

    /**
     * For URLs in a document.
     *
     * @param depth how many documents that stands in
     */
    DataUrl(Rewriting run, int depth) {
        this.run = run;
        this.depth = depth;
    }

    static boolean is(Text value) {
        return value.has(0, SCHEME);
    }

    void rewrite(Text value) {
        int comma = value.find(',', 0, value.length());
        String type = value.part(0, comma).lowered().substring(SCHEME.length());
        if (type.endsWith(";base64") || depth >= Rewriting.DEEPEST) {
            return;
        }
        Text content = PercentCode.decoded(value.part(Math.min(comma + 1, value.length()), value.length()));
        BaseUrl nowhere = run.unknownBase();
        switch (Syntax.ofType(MediaType.bare(type))) {
            case HTML -> new HtmlRewriter(run, nowhere, depth + 1).rewrite(content);
            case XML -> new XmlRewriter(run, nowhere).rewrite(content);
            case CSS -> new CssRewriter(run.references(), run.literals(), nowhere).rewrite(content);
            case SCRIPT -> run.script(content, nowhere);
            case JSON, MANIFEST -> new JsonRewriter(run).rewrite(content);
            default -> run.literals().rewrite(value);
        }
    }
}
