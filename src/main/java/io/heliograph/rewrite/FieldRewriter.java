package io.heliograph.rewrite;

import io.heliograph.rewrite.RewriteRules.Canonical;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rewrites the values of response fields that hold URLs. A value is a string of the bytes that came, one char for each;
 * what comes back is bytes with the host open.
 */
public final class FieldRewriter {

    private final RewriteRules rules;

    public FieldRewriter(RewriteRules rules) {
        this.rules = rules;
    }

    /**
     * A value that is a reference as a whole, such as that of {@code Location}.
     *
     * @param url of the response, absolute, at the origin
     */
    public Slotted reference(String value, String url) {
        return rewritten(value, field -> field.references.rewrite(field.text, BaseUrl.of(rules.origins(), url)));
    }

    /** The value of {@code Refresh}. */
    public Slotted refresh(String value, String url) {
        return rewritten(
                value, field -> Refresh.rewrite(field.text, field.references, BaseUrl.of(rules.origins(), url)));
    }

    /** The value of {@code Link} (RFC 8288, section 3): targets, and whatever parameters name. */
    public Slotted links(String value, String url) {
        return rewritten(value, field -> links(field, BaseUrl.of(rules.origins(), url)));
    }

    /**
     * A content security policy, or several.
     *
     * @param hashes of changed inline blocks, as {@link Rewritten#policyHashes} has them
     */
    public Slotted policy(String value, Map<String, Map<String, String>> hashes) {
        return rewritten(
                value,
                field -> new ContentPolicy(rules.origins(), rules.hosts(), field.edits, hashes).rewrite(field.text));
    }

    /** A value with absolute URLs somewhere in it. */
    public Slotted literals(String value) {
        return rewritten(value, field -> new Literals(field.references, field.edits).rewrite(field.text));
    }

    /** A value with origins somewhere in it, which have no path. */
    public Slotted origins(String value) {
        return rewritten(value, field -> {
            References bare = new References(rules.origins().withoutPaths(), field.edits);
            new Literals(bare, field.edits).rewrite(field.text);
        });
    }

    /**
     * A policy about what pages and frames may do (Permissions Policy, section 9): a name of which only the end is said allows
     * where the origins are found that it is for.
     */
    public Slotted permissions(String value) {
        return rewritten(value, field -> {
            OriginMap bare = rules.origins().withoutPaths();
            new Literals(new References(bare, field.edits), field.edits).rewrite(field.text);
            Text text = field.text;
            int open = text.find('"', 0, text.length());
            while (open < text.length()) {
                int end = text.find('"', open + 1, text.length());
                wide(field, open, end, bare.mounts(ContentPolicy.suffix(text.latin(open + 1, end))));
                open = text.find('"', end + 1, text.length());
            }
        });
    }

    /** Allows some origins beside a name in quotes. */
    private static void wide(Field field, int open, int close, List<Mount> mounts) {
        Set<String> seen = new HashSet<>();
        // One name alone needs no brackets; several do.
        boolean alone = field.text.at(open - 1) == '=';
        for (Mount mount : mounts) {
            if (seen.add(mount.hasCompanions() ? mount.described() : "")) {
                if (alone && seen.size() == 1) {
                    field.edits.insert(field.text, open, "(");
                }
                field.edits.replace(field.text, close + 1, close + 1, out -> {
                    out.raw(" \"");
                    new Mapped(mount).writeUrl(out, "https");
                    out.ascii('"');
                });
            }
        }
        if (alone && !seen.isEmpty()) {
            field.edits.insert(field.text, close + 1, ")");
        }
    }

    /** The mapped hosts that a value names. */
    public List<String> hostsIn(String value) {
        Text text = text(value);
        return LeakMeter.leaks(
                        Syntax.OPAQUE,
                        text,
                        new Edits(new byte[0]),
                        rules.origins().hosts())
                .stream()
                .map(Leak::host)
                .toList();
    }

    private void links(Field field, BaseUrl base) {
        Text text = field.text;
        int i = 0;
        while (i < text.length()) {
            int open = text.find('<', i, text.length());
            int close = text.find('>', open, text.length());
            int end = linkEnd(text, close);
            if (close < text.length()) {
                String parameters = text.latin(close + 1, end).toLowerCase(Locale.ROOT);
                Text target = text.part(open + 1, close);
                if (rules.canonical() == Canonical.ORIGIN && namesPage(parameters)) {
                    field.references.keepAtOrigin(target, base);
                } else {
                    field.references.rewrite(target, base);
                }
                new Literals(field.references, field.edits).rewrite(text, close + 1, end);
            }
            i = end + 1;
        }
    }

    /** Whether the parameters of a link, in small letters, say that it tells what the page is. */
    private static boolean namesPage(String parameters) {
        String relation = "";
        boolean language = false;
        boolean type = false;
        for (int from = 0; from < parameters.length(); ) {
            int end = parameterEnd(parameters, from);
            String parameter = parameters.substring(from, end);
            int equals = parameter.indexOf('=');
            String name = parameter.substring(0, Math.max(0, equals)).strip();
            if (name.equals("rel") && relation.isEmpty()) {
                relation = " " + parameter.substring(equals + 1).strip().replace("\"", "") + " ";
            }
            language |= name.equals("hreflang");
            type |= name.equals("type");
            from = end + 1;
        }
        return relation.contains(" canonical ") || relation.contains(" alternate ") && language && !type;
    }

    /** Where the comma after a link's parameters is; those in quotes do not count. */
    private static int linkEnd(Text text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            int c = text.at(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                return i;
            }
        }
        return text.length();
    }

    /** Where the semicolon after a parameter is; those in quotes do not count. */
    private static int parameterEnd(String parameters, int from) {
        boolean quoted = false;
        for (int i = from; i < parameters.length(); i++) {
            char c = parameters.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return parameters.length();
    }

    private record Field(Text text, Edits edits, References references) {}

    private Slotted rewritten(String value, Consumer<Field> rewriter) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        Edits edits = new Edits(bytes);
        rewriter.accept(new Field(text(value), edits, new References(rules.origins(), edits)));
        return edits.apply();
    }

    private static Text text(String value) {
        return Text.of(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
