package io.heliograph.rewrite;

import io.heliograph.http.MediaType;
import java.util.Base64;

/**
 * A document within a {@code data:} URL (RFC 2397), read behind its percent-encoding. What is relative in it leads nowhere.
 * One in Base64 is made anew for each host, since nothing can be filled into it.
 */
final class DataUrl {

    private static final String SCHEME = "data:";

    /** What is longer would cost each host too much, bytes. */
    private static final int LONGEST_CODED = 64 * 1024;

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
        if (depth >= Rewriting.DEEPEST) {
            return;
        }
        if (type.endsWith(";base64")) {
            coded(value.part(Math.min(comma + 1, value.length()), value.length()), type);
            return;
        }
        Text content = PercentCode.decoded(value.part(Math.min(comma + 1, value.length()), value.length()));
        BaseUrl nowhere = run.unknownBase();
        switch (Syntax.ofType(MediaType.bare(type))) {
            case HTML -> new HtmlRewriter(run, nowhere, depth + 1).rewrite(content);
            case XML -> new XmlRewriter(run, nowhere, depth + 1).rewrite(content);
            case CSS -> new CssRewriter(run, nowhere, depth + 1).rewrite(content);
            case SCRIPT -> run.script(content, nowhere);
            case JSON, MANIFEST -> new JsonRewriter(run).rewrite(content);
            default -> run.literals().rewrite(value);
        }
    }

    private void coded(Text content, String type) {
        Syntax syntax = Syntax.ofType(MediaType.bare(type));
        if (syntax == Syntax.OPAQUE || content.length() > LONGEST_CODED) {
            return;
        }
        String coded = PercentCode.decode(content.latin(0, content.length())).replaceAll("\\s+", "");
        byte[] body;
        try {
            body = Base64.getDecoder().decode(coded);
        } catch (IllegalArgumentException e) {
            // Nor will a browser read it.
            return;
        }
        Original original = new Original(body, "", type, run.original().scripts());
        Rewritten rewritten = new Rewriter(run.rules()).rewrite(original, Integrity.UNKNOWN);
        if (rewritten.changed()) {
            run.edits().replace(content, 0, content.length(), out -> {
                for (String host : run.rules().hosts()) {
                    out.begin(HostCondition.on(host))
                            .raw(Base64.getEncoder()
                                    .encodeToString(rewritten.body().on(host)))
                            .end();
                }
            });
        }
    }
}
