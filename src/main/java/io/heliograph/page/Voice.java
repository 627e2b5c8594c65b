package io.heliograph.page;

import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The interface, speaking amid text of some language. Where its own is another, what it says is marked so, that it is
 * read aloud and laid out right.
 *
 * @param site whose digits and dates are used
 * @param around the language of the text that what is said stands in
 */
record Voice(Words words, Language site, Language around) {

    /** The same interface amid other text. */
    Voice amid(Language other) {
        return new Voice(words, site, other);
    }

    /** A text, its places taken by texts, numbers and {@link Markup}. */
    Markup say(String key, Object... places) {
        List<Markup> pieces = new ArrayList<>();
        Object[] filled = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            if (places[i] instanceof Markup piece) {
                filled[i] = Markup.place(pieces.size());
                pieces.add(piece);
            } else {
                filled[i] = places[i];
            }
        }
        return marked(Markup.woven(words.text(site, key, filled), pieces), words.language());
    }

    /** A text for an attribute. */
    String plain(String key, Object... places) {
        return words.text(site, key, places);
    }

    /** "A, B and C", as the interface says it. */
    Markup list(List<Markup> members) {
        return listed(members, new Language(words.language()));
    }

    /** "A, B and C", as the text around says it. */
    Markup listAmid(List<Markup> members) {
        return listed(members, around);
    }

    private Markup listed(List<Markup> members, Language language) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            places.add(Markup.place(i));
        }
        List<Markup> pieces = areOne(language, around)
                ? members
                : members.stream().map(this::apart).toList();
        return Markup.woven(ListFormatter.getInstance(language.ulocale()).format(places), pieces);
    }

    /** A name amid words of another language: it keeps its own order and voice. */
    private Markup apart(Markup name) {
        return name.in("bdi", "lang", around.tag());
    }

    /** Something in the site's own language, such as a date; what the interface says may stand around it. */
    Markup inSite(Markup text) {
        return areOne(site, around) && areOne(site, new Language(words.language()))
                ? text
                : text.in("span", "lang", site.tag(), "dir", site.direction());
    }

    private Markup marked(Markup text, String language) {
        Language own = new Language(language);
        return areOne(own, around) ? text : text.in("span", "lang", language, "dir", own.direction());
    }

    private static boolean areOne(Language one, Language other) {
        return one.equals(other)
                || one.base().equals(other.base()) && one.direction().equals(other.direction());
    }
}
