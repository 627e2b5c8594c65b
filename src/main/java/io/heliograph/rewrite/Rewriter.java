package io.heliograph.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the bodies of a mirror: finds the URLs that lead to its origins by parsing, and opens them for the host that
 * will be asked. Pure: the same body, rules and integrity give the same result, whoever asks and whenever. The time it
 * takes grows with the size of the body and no faster.
 */
public final class Rewriter {

    private static final Pattern HASH = Pattern.compile("'(sha256|sha384|sha512)-([A-Za-z0-9+/_=-]+)'");

    private final RewriteRules rules;
    private final Names lazyAttributes;

    public Rewriter(RewriteRules rules) {
        this.rules = rules;
        this.lazyAttributes = new Names(rules.lazyAttributes());
    }

    /**
     * Rewrites a body.
     *
     * @param integrity asked for the bodies that an HTML page names with a hash
     * @throws IllegalStateException if it would grow to many times its length, as no honest document does
     */
    public Rewritten rewrite(Original original, Integrity integrity) {
        Syntax syntax = Syntax.of(original.contentType(), original.url(), original.body());
        if (syntax == Syntax.OPAQUE) {
            return unchanged(original);
        }
        Encoding encoding = Encoding.of(syntax, original.contentType(), original.body());
        if (encoding.isWide()) {
            Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
            Rewritten rewritten = rewrite(narrow(original, encoding), syntax, utf8, integrity);
            return rewritten.changed() ? wide(rewritten, original, encoding) : unchanged(original);
        }
        return rewrite(original, syntax, encoding, integrity);
    }

    private static Rewritten unchanged(Original original) {
        byte[] body = original.body();
        Slotted same = new SlottedWriter(body.length).bytes(body).finish();
        return new Rewritten(same, false, List.of(), Map.of());
    }

    /** The same text in UTF-8, for reading. */
    private static Original narrow(Original original, Encoding encoding) {
        byte[] body = original.body();
        String text = new String(body, encoding.bom(), body.length - encoding.bom(), encoding.charset());
        return new Original(
                text.getBytes(StandardCharsets.UTF_8),
                original.url(),
                original.contentType(),
                original.scripts(),
                original.policies());
    }

    /** What was read in UTF-8, in the encoding in which it came. */
    private static Rewritten wide(Rewritten rewritten, Original original, Encoding encoding) {
        byte[] mark = Arrays.copyOf(original.body(), encoding.bom());
        Slotted body = rewritten.body().in(encoding.charset(), mark);
        return new Rewritten(body, true, rewritten.leaks(), rewritten.policyHashes());
    }

    private Rewritten rewrite(Original original, Syntax syntax, Encoding encoding, Integrity integrity) {
        Rewriting run = new Rewriting(rules, lazyAttributes, original, integrity);
        Text text = Text.of(original.body(), encoding.readable(original.body()), encoding.charset());
        List<Text> policies = read(run, syntax, text, BaseUrl.of(rules.origins(), original.url()));
        Map<String, Map<String, String>> hashes = policyHashes(run, policies);
        ContentPolicy policy = new ContentPolicy(rules.origins(), rules.hosts(), run.edits(), hashes);
        policies.forEach(policy::rewrite);
        List<Leak> leaks = new ArrayList<>(run.leaks());
        leaks.addAll(LeakMeter.leaks(syntax, text, run.edits(), rules.origins().hosts()));
        boolean changed = !run.edits().isEmpty();
        return new Rewritten(run.edits().apply(), changed, leaks, hashes);
    }

    /** Notes what is to be replaced, and gives the policies, which come last. */
    private List<Text> read(Rewriting run, Syntax syntax, Text text, BaseUrl base) {
        switch (syntax) {
            case HTML -> {
                HtmlRewriter html = new HtmlRewriter(run, base, 0);
                html.rewrite(text);
                return html.policies();
            }
            case XML -> {
                XmlRewriter xml = new XmlRewriter(run, base, 0);
                xml.rewrite(text);
                return xml.policies();
            }
            case CSS -> new CssRewriter(run, base, 0).rewrite(text);
            case SCRIPT -> run.script(text, base);
            case JSON -> new JsonRewriter(run).rewrite(text);
            case MANIFEST -> new JsonRewriter(run, base, false).rewrite(text);
            case PLAYLIST -> new PlaylistRewriter(run.references(), run.literals(), base).rewrite(text);
            case CUES -> new CuesRewriter(run, base).rewrite(text);
            case ROBOTS -> new RobotsRewriter(run, base).rewrite(text);
            case OPAQUE -> throw new IllegalArgumentException("nothing to read");
        }
        return List.of();
    }

    /** Of each hash that a policy names and that is one of a changed block, what it is on each host. */
    private Map<String, Map<String, String>> policyHashes(Rewriting run, List<Text> policies) {
        Set<String> named = new HashSet<>();
        run.original().policies().forEach(policy -> addHashes(policy, named));
        policies.forEach(policy -> addHashes(policy.latin(0, policy.length()), named));
        Map<String, Map<String, String>> changed = new HashMap<>();
        for (InlineBlock block : named.isEmpty() ? List.<InlineBlock>of() : run.blocks()) {
            for (String algorithm : Hashes.ALGORITHMS) {
                String before = algorithm + '-' + block.hashBefore(algorithm);
                if (named.contains(before)) {
                    Map<String, String> after = new LinkedHashMap<>();
                    rules.hosts().forEach(host -> after.put(host, block.hashOn(host, algorithm)));
                    changed.put(before, after);
                }
            }
        }
        return changed;
    }

    private static void addHashes(String policy, Set<String> named) {
        Matcher matcher = HASH.matcher(policy);
        while (matcher.find()) {
            named.add(matcher.group(1).toLowerCase(Locale.ROOT)
                    + '-'
                    + matcher.group(2).replace('-', '+').replace('_', '/'));
        }
    }
}
