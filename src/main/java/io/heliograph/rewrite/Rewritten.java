package io.heliograph.rewrite;

import java.util.List;
import java.util.Map;

/**
 * A body as the mirror keeps it: parsed once, the host left open.
 *
 * @param body every byte outside the slots as the origin sent it
 * @param changed whether anything was replaced, so that the origin's validators and digests are no longer true
 * @param leaks what is left of the origin's hosts
 * @param policyHashes of each hash of the policies that is no longer true, such as {@code sha256-…}, the Base64 of the one
 *     on each host, by scheme and authority
 */
public record Rewritten(
        Slotted body, boolean changed, List<Leak> leaks, Map<String, Map<String, String>> policyHashes) {

    public Rewritten {
        leaks = List.copyOf(leaks);
        policyHashes = Map.copyOf(policyHashes);
    }
}
