package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One body on its way through the rewriters, and what they share. */
final class Rewriting {

    /** How deep documents may stand in attributes of documents before they are left as they are. */
    static final int DEEPEST = 4;

    private final RewriteRules rules;
    private final Names lazyAttributes;
    private final Original original;
    private final Integrity integrity;
    private final Edits edits;
    private final References references;
    private final Literals literals;
    private final List<Leak> leaks = new ArrayList<>();
    private final List<InlineBlock> blocks = new ArrayList<>();
    private final Map<String, Integrity.Verdict> verdicts = new HashMap<>();
    private final IdentityHashMap<Slotted, Map<String, String>> hashesOf = new IdentityHashMap<>();
    private boolean hashes;

    Rewriting(RewriteRules rules, Names lazyAttributes, Original original, Integrity integrity) {
        this.rules = rules;
        this.lazyAttributes = lazyAttributes;
        this.original = original;
        // A page may name one body as often as it likes; to look for it, or at it, may cost much.
        this.integrity = url -> verdicts.computeIfAbsent(url, integrity::of);
        this.edits = new Edits(original.body());
        this.references = new References(rules.origins(), edits);
        this.literals = new Literals(references, edits);
        this.hashes = original.policies().stream().anyMatch(policy -> policy.contains("'sha"));
    }

    RewriteRules rules() {
        return rules;
    }

    /** {@link RewriteRules#lazyAttributes}, quick to look up. */
    Names lazyAttributes() {
        return lazyAttributes;
    }

    Original original() {
        return original;
    }

    Integrity integrity() {
        return integrity;
    }

    /** The hash of what a host has of a body; made once for all who name it. */
    String hash(Slotted body, String algorithm, String host) {
        return hashesOf.computeIfAbsent(body, any -> new HashMap<>())
                .computeIfAbsent(algorithm + ' ' + host, any -> Hashes.hash(algorithm, body.on(host)));
    }

    Edits edits() {
        return edits;
    }

    References references() {
        return references;
    }

    Literals literals() {
        return literals;
    }

    /** Whatever was left behind on purpose, and is worth a note. */
    List<Leak> leaks() {
        return leaks;
    }

    /** Inline scripts and styles that were changed. */
    List<InlineBlock> blocks() {
        return blocks;
    }

    /** Says that a policy of the document names hashes. */
    void expectHashes() {
        hashes = true;
    }

    /** Whether a policy names hashes, so that inline blocks have to be noted. */
    boolean wantsHashes() {
        return hashes;
    }

    BaseUrl unknownBase() {
        return BaseUrl.unknown(rules.origins());
    }

    /**
     * A script as it stands in a text, if scripts are rewritten.
     *
     * @param base what the modules are relative to that it imports
     */
    void script(Text text, BaseUrl base) {
        if (original.scripts()) {
            new ScriptRewriter(references, literals, base).rewrite(text);
        }
    }
}
