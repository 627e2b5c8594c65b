package io.heliograph.rewrite;

import java.util.ArrayList;
import java.util.List;

/** Rewrites what a {@code meta} element holds: a refresh, a policy, the pictures and places that social networks show. */
final class MetaRewriter {

    /** Words for people. */
    private static final Names TEXTS = Names.of("description keywords title author generator robots googlebot og:title"
            + " og:description og:site_name twitter:title twitter:description dc.title dc.description viewport");

    private final Rewriting run;
    private final List<Text> policies = new ArrayList<>();

    MetaRewriter(Rewriting run) {
        this.run = run;
    }

    List<Text> policies() {
        return policies;
    }

    void rewrite(Tag tag, BaseUrl base) {
        int content = tag.find("content");
        if (content < 0) {
            return;
        }
        Text value = tag.value(content);
        switch (tag.lower("http-equiv").strip()) {
            case "refresh" -> Refresh.rewrite(value, run.references(), base);
            case "content-security-policy" -> {
                policies.add(value);
                if (value.latin(0, value.length()).contains("'sha")) {
                    run.expectHashes();
                }
            }
            default -> named(tag, value, base);
        }
    }

    private void named(Tag tag, Text value, BaseUrl base) {
        String name = tag.lower("property") + tag.lower("name") + tag.lower("itemprop");
        if (!TEXTS.has(name)) {
            if (isOneWord(value)) {
                run.references().rewrite(value, isRelative(name) ? base : run.unknownBase());
            } else {
                run.literals().rewrite(value);
            }
        }
    }

    /** Whether what is relative in it is known to be a reference. */
    private static boolean isRelative(String name) {
        return name.startsWith("og:")
                || name.startsWith("twitter:")
                || name.startsWith("msapplication-")
                || name.contains("url")
                || name.contains("image");
    }

    private static boolean isOneWord(Text value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) <= ' ' && i > 0 && i < value.length() - 1 || value.at(i) == '{' || value.at(i) == ';') {
                return false;
            }
        }
        return true;
    }
}
