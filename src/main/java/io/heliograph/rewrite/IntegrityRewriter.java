package io.heliograph.rewrite;

import io.heliograph.rewrite.Integrity.Verdict;
import io.heliograph.rewrite.Leak.Context;
import java.util.Locale;

/**
 * Keeps the hashes true by which a page names a script or style sheet (Subresource Integrity): those of bodies that were
 * rewritten are made anew for each host. One that did not fit what the origin sent is left, so that it goes on being
 * refused.
 */
final class IntegrityRewriter {

    private final Rewriting run;

    IntegrityRewriter(Rewriting run) {
        this.run = run;
    }

    /** Rewrites the metadata of what an absolute URL at the origin leads to. Returns false where it has to go. */
    boolean rewrite(Text metadata, String url) {
        if (url.isEmpty() || !run.rules().origins().isMapped(url)) {
            return true;
        }
        int fragment = url.indexOf('#');
        Verdict verdict = run.integrity().of(fragment < 0 ? url : url.substring(0, fragment));
        if (verdict instanceof Verdict.Unchanged) {
            return true;
        }
        if (verdict instanceof Verdict.Changed changed) {
            if (isTrue(metadata, changed.before())) {
                tokens(metadata, (algorithm, from, to) -> {
                    if (hash(metadata, from, to).equals(changed.before().by(algorithm))) {
                        replace(metadata, algorithm, from, to, changed.after());
                    }
                });
            }
            return true;
        }
        run.leaks().add(new Leak(Context.INTEGRITY, run.rules().origins().hostOf(url), 1, url));
        return false;
    }

    private void replace(Text metadata, String algorithm, int from, int to, Slotted after) {
        run.edits().replace(metadata, from, to, out -> {
            for (String host : run.rules().hosts()) {
                out.begin(HostCondition.on(host))
                        .raw(run.hash(after, algorithm, host))
                        .end();
            }
        });
    }

    /** Whether the hashes of the strongest algorithm, which alone count (section 3.3.4), have that of a body. */
    private static boolean isTrue(Text metadata, Hashes hashes) {
        String[] strongest = {""};
        boolean[] match = {false};
        tokens(metadata, (algorithm, from, to) -> {
            if (algorithm.compareTo(strongest[0]) > 0) {
                strongest[0] = algorithm;
                match[0] = false;
            }
            if (algorithm.equals(strongest[0])) {
                match[0] |= hash(metadata, from, to).equals(hashes.by(algorithm));
            }
        });
        return match[0];
    }

    private static String hash(Text metadata, int from, int to) {
        return metadata.latin(from, to).replace('-', '+').replace('_', '/');
    }

    /** Takes the place of a hash. */
    @FunctionalInterface
    private interface HashTaker {
        void take(String algorithm, int from, int to);
    }

    private static void tokens(Text metadata, HashTaker taker) {
        int i = 0;
        while (i < metadata.length()) {
            int from = i;
            while (i < metadata.length() && metadata.at(i) > ' ') {
                i++;
            }
            int dash = metadata.find('-', from, i);
            String algorithm = metadata.latin(from, dash).toLowerCase(Locale.ROOT);
            if (dash < i && Hashes.ALGORITHMS.contains(algorithm)) {
                taker.take(algorithm, dash + 1, metadata.find('?', dash, i));
            }
            i++;
        }
    }
}
