package io.heliograph.representation;

import io.heliograph.article.Fingerprint;
import io.heliograph.article.Selection;
import io.heliograph.feed.Chapter;
import io.heliograph.store.Archive;
import java.util.HashSet;
import java.util.List;

/**
 * The archive of a feed. A page's name holds a fingerprint of what is in it and in those before it; so what is at a URL
 * never changes, and a reader that goes back until it meets a page that it knows has seen every change (RFC 5005, section
 * 4).
 *
 * @param facts what every page says of the feed
 * @param articles how many there are in all; very many if nobody counted
 */
record Past(Selection selection, String facts, Archive archive, int articles) {

    /** Of a feed without an archive. */
    static final Past NOTHING = new Past(Selection.WHOLE, "", Archive.NONE, 0);

    private static final int FINGERPRINT = 12;

    /** The page that a name is for; 0 if it is no name. */
    static int number(String name) {
        int hyphen = name.indexOf('-');
        String digits = hyphen < 0 ? name : name.substring(0, hyphen);
        boolean number = !digits.isEmpty()
                && digits.length() < 8
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    boolean isNothing() {
        return pages() == 0;
    }

    /** How many pages there are; what arrived since the last was closed is one, too. */
    int pages() {
        return closed() + (archive.tail().isEmpty() ? 0 : 1);
    }

    String name(int page) {
        String content = page > closed()
                ? (closed() == 0 ? "" : archive.fingerprints().get(closed() - 1)) + archive.last()
                : archive.fingerprints().get(page - 1);
        return page + "-" + Fingerprint.of(facts + content, FINGERPRINT);
    }

    /** Where a page stands. What comes after is known by its number, since it may not be there yet. */
    Chapter chapter(int page) {
        return new Chapter(name(page), page > 1 ? name(page - 1) : "", String.valueOf(page + 1));
    }

    /** Where a feed stands that shows the articles with these revisions: after the last page that has what it has not. */
    Chapter chapter(List<Long> shown) {
        if (isNothing() || shown.size() >= articles) {
            return Chapter.ONLY;
        }
        boolean covered = closed() > 0 && new HashSet<>(shown).containsAll(archive.tail());
        return Chapter.current(name(covered ? closed() : pages()));
    }

    private int closed() {
        return archive.fingerprints().size();
    }
}
