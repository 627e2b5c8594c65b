package io.heliograph.page;

import io.heliograph.article.Article;
import io.heliograph.article.Direction;
import io.heliograph.article.Href;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a site has around its own content.
 *
 * @param title of the page itself; empty for the front page
 * @param description for search engines and previews; empty if the page has none of its own
 * @param path of the page, for its canonical URL and its place on the other hosts; empty for a page with no place
 * @param feeds path of the selection whose feeds the page announces: empty, or {@code /sections/harbour}
 */
public record Frame(Masthead masthead, String title, String description, String path, String feeds) {

    public Site site() {
        return masthead.site();
    }

    /** The mark of the open host, for own URLs in templates. */
    public String host() {
        return String.valueOf(Href.OPEN_HOST);
    }

    /** For the browser's tab. */
    public String windowTitle() {
        return title.isEmpty() ? site().title() : title + " \u2013 " + site().title();
    }

    /** Of the feeds that the page announces. */
    public String feedTitle() {
        return feeds.isEmpty() ? site().title() : site().title() + ": " + title;
    }

    /** An own URL. */
    public String own(String ownPath) {
        return Href.own(ownPath).value();
    }

    /** A selection's page. */
    public String page(Selection selection) {
        return own(selection.path());
    }

    /** Where the page is on each host. */
    public List<String> everywhere() {
        return site().hosts().stream().map(host -> host.base() + path).toList();
    }

    /** For {@code <time datetime>}: with the site's offset, to the second. */
    public String machineTime(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(site().zone()).withNano(0));
    }

    /** For people, in the site's zone and language. */
    public String humanTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(site().language()))
                .format(instant.atZone(site().zone()));
    }

    /** The {@code lang} of an article where it is not the page's; null leaves the attribute out. */
    @Nullable public String otherLanguage(Article article) {
        String language = article.languageOr(site().language());
        return language.equals(site().language()) ? null : language;
    }

    /** The {@code dir} of a language: {@code rtl} where its script, or that which is usual for it, is written so. */
    public String direction(String language) {
        return Direction.of(language).html();
    }

    /** The {@code dir} of an article where it is not the page's; null leaves the attribute out. */
    @Nullable public String otherDirection(Article article) {
        String direction = direction(article.languageOr(site().language()));
        return direction.equals(direction(site().language())) ? null : direction;
    }
}
