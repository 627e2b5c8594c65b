package io.heliograph.feed.profile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Atom by RFC 4287, as far as it makes a feed valid or not. */
final class AtomProfile {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomProfile() {}

    static void inspect(Element root, Findings findings) {
        findings.unless(root.is(ATOM, "feed"), Rule.XML_ROOT, root.name());
        common(root, findings);
        boolean authored = !root.all(ATOM, "author").isEmpty();
        int number = 0;
        for (Element entry : root.all(ATOM, "entry")) {
            findings.about(number++, entry.textOf(ATOM, "id"));
            common(entry, findings);
            findings.unique(Rule.ATOM_ID);
            findings.unless(authored || !entry.all(ATOM, "author").isEmpty(), Rule.ATOM_AUTHOR, "none");
            boolean found = !entry.all(ATOM, "content").isEmpty()
                    || entry.all(ATOM, "link").stream()
                            .anyMatch(link -> relation(link).equals("alternate"));
            findings.unless(found, Rule.ATOM_LINK, "neither content nor an alternate");
        }
    }

    private static void common(Element in, Findings findings) {
        for (String required : new String[] {"id", "title", "updated"}) {
            List<Element> found = in.all(ATOM, required);
            findings.unless(found.size() == 1, Rule.ATOM_REQUIRED, found.size() + " of " + required);
        }
        findings.unless(Form.isIri(in.textOf(ATOM, "id")), Rule.ATOM_ID, in.textOf(ATOM, "id"));
        for (String date : new String[] {"updated", "published"}) {
            for (Element found : in.all(ATOM, date)) {
                findings.unless(Form.isRfc3339(found.value()), Rule.ATOM_DATE, date + " " + found.value());
            }
        }
        Set<String> alternates = new HashSet<>();
        for (Element link : in.all(ATOM, "link")) {
            String href = link.attribute("href");
            findings.unless(Form.isIri(href), Rule.ATOM_LINK, href);
            String length = link.attribute("length");
            findings.unless(length.isEmpty() || Form.isSize(length), Rule.ATOM_LINK, "length " + length);
            boolean alone = !relation(link).equals("alternate")
                    || alternates.add(link.attribute("type") + ' ' + link.attribute("hreflang"));
            findings.unless(alone, Rule.ATOM_LINK, "a second alternate of one type and language");
        }
    }

    private static String relation(Element link) {
        return link.attribute("rel").isEmpty() ? "alternate" : link.attribute("rel");
    }
}
