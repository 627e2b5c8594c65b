package io.heliograph.rewrite;

import java.util.List;

/**
 * A body as the mirror keeps it: parsed once, the host left open.
 *
 * @param body every byte outside the slots as the origin sent it
 * @param changed whether anything was replaced, so that the origin's validators and digests are no longer true
 * @param contentType the field's value; another than the origin's where the body was put into UTF-8
 * @param leaks what is left of the origin's hosts
 * @param blocks inline scripts and styles that were changed, for the hashes of a policy
 */
public record Rewritten(Slotted body, boolean changed, String contentType, List<Leak> leaks, List<InlineBlock> blocks) {

    public Rewritten {
        leaks = List.copyOf(leaks);
        blocks = List.copyOf(blocks);
    }
}
