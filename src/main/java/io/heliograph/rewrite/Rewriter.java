package io.heliograph.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rewrites the bodies of a mirror: finds the URLs that lead to its origins by parsing, and opens them for the host that
 * will be asked. Pure: the same body, rules and integrity give the same result.
 */
public final class Rewriter {

    private final RewriteRules rules;

    public Rewriter(RewriteRules rules) {
        this.rules = rules;
    }

    /**
     * Rewrites a body.
     *
     * @param integrity asked for the bodies that an HTML page names with a hash
     */
    public Rewritten rewrite(Original original, Integrity integrity) {
        Edits edits = new Edits(original.body());
        References references = new References(rules.origins(), edits);
        BaseUrl base = BaseUrl.of(rules.origins(), original.url());
        Text text = Text.of(original.body(), StandardCharsets.UTF_8);
        if (Syntax.of(original.contentType(), original.body()) == Syntax.PLAYLIST) {
            new PlaylistRewriter(references, base).rewrite(text);
        }
        return new Rewritten(edits.apply(), !edits.isEmpty(), original.contentType(), List.of(), List.of());
    }
}
