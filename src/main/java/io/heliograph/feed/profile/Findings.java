package io.heliograph.feed.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is found while a document is read. */
final class Findings {

    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int item = Fault.DOCUMENT;
    private String id = "";

    /** From here on it is about an item; {@link Fault#DOCUMENT} for the document. */
    void about(int number, String itemId) {
        item = number;
        id = itemId;
    }

    void unless(boolean kept, Rule rule, String detail) {
        if (!kept) {
            faults.add(new Fault(rule, item, id, detail));
        }
    }

    /** An id that no item before may have. */
    void unique(Rule rule) {
        unless(!id.isEmpty(), rule, "no id");
        unless(id.isEmpty() || ids.add(id), rule, "the id of another item: " + id);
    }

    List<Fault> faults() {
        return faults;
    }
}
