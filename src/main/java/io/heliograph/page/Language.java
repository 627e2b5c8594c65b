package io.heliograph.page;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.heliograph.article.Direction;

/**
 * A language of articles or of the interface.
 *
 * @param tag BCP 47
 */
record Language(String tag) {

    /** The {@code dir} of text in it. */
    String direction() {
        return Direction.of(tag).html();
    }

    /** What it calls itself: Fran\u00e7ais. */
    String ownName() {
        LocaleDisplayNames names =
                LocaleDisplayNames.getInstance(ulocale(), DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
        String name = names.localeDisplayName(ulocale());
        return name.isEmpty() ? tag : name;
    }

    /** Without region, script and variants: {@code pt} of {@code pt-BR}. */
    String base() {
        return ulocale().getLanguage();
    }

    /** As Open Graph writes it: {@code pt_BR}; without a region, that which is most likely. */
    String withTerritory() {
        ULocale likely = ULocale.addLikelySubtags(ulocale());
        return likely.getLanguage() + "_" + likely.getCountry();
    }

    ULocale ulocale() {
        return ULocale.forLanguageTag(tag);
    }
}
