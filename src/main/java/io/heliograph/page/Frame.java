package io.heliograph.page;

import gg.jte.Content;
import io.heliograph.article.Article;
import io.heliograph.article.Facet;
import io.heliograph.article.Href;
import io.heliograph.article.Logo;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a site has around its own content, and what all templates ask for.
 *
 * @param title of the page itself; empty for the front page
 * @param description for search engines and previews; empty if the page has none of its own
 * @param path of the page, for its canonical URL and its place on the other hosts; empty for a page with no place
 * @param feeds path of the selection whose feeds the page announces, and its query if it has one: empty, or
 *     {@code /sections/harbour}
 */
public record Frame(
        Masthead masthead,
        Voice voice,
        Assets assets,
        String title,
        String description,
        String path,
        String feeds,
        Head head) {

    /** So many cards stand in one line, and have room for a summary. */
    private static final int FEW = 4;

    static Frame of(
            Masthead masthead,
            Voice voice,
            Assets assets,
            String title,
            String description,
            String path,
            String feeds) {
        return new Frame(masthead, voice, assets, title, description, path, feeds, Head.EMPTY);
    }

    Frame with(Head other) {
        return new Frame(masthead, voice, assets, title, description, path, feeds, other);
    }

    /** The same frame for templates that write amid an article's text. */
    public Frame amid(Article article) {
        Language language = new Language(article.languageOr(site().language()));
        return new Frame(masthead, voice.amid(language), assets, title, description, path, feeds, head);
    }

    public Site site() {
        return masthead.site();
    }

    /** What stands at the head of every page. */
    public String name() {
        return site().theme().name().isEmpty() ? site().title() : site().theme().name();
    }

    public Logo logo() {
        return site().theme().logo();
    }

    /* ---------------- Words ---------------- */

    /** A text of the interface, marked with its language where that is not the page's. */
    public Content say(String key, Object... places) {
        return voice.say(key, places);
    }

    /** A text of the interface for an attribute. */
    public String words(String key, Object... places) {
        return voice.plain(key, places);
    }

    /** What a language calls itself. */
    public String languageName(String tag) {
        return tag.isEmpty() ? languageName(site().language()) : new Language(tag).ownName();
    }

    /** A facet as people read it. */
    public String facetName(Facet facet) {
        return facet.selection() instanceof Selection.InLanguage language ? languageName(language.tag()) : facet.name();
    }

    /** The key of the text that says what kind a selection is of. */
    public String kind(Selection selection) {
        if (selection instanceof Selection.InSection) {
            return "kind.section";
        }
        if (selection instanceof Selection.InTag) {
            return "kind.tag";
        }
        if (selection instanceof Selection.ByAuthor) {
            return "kind.author";
        }
        if (selection instanceof Selection.InLanguage) {
            return "kind.language";
        }
        return selection instanceof Selection.Chosen ? "feeds" : "media";
    }

    /** The {@code lang} of a facet's name where it is not the page's. */
    @Nullable public String facetLanguage(Facet facet) {
        return facet.selection() instanceof Selection.InLanguage in && !in.tag().equals(site().language())
                ? in.tag()
                : null;
    }

    /** A number as the site's readers write it. */
    public String number(long value) {
        return dates().number(value);
    }

    /** A date and time, for people and for machines. */
    public Content moment(Instant instant) {
        return voice.inSite(time(instant, dates().moment(instant)));
    }

    /** A date, for people and for machines. */
    public Content day(Instant instant) {
        return voice.inSite(time(instant, dates().day(instant)));
    }

    private Markup time(Instant instant, String words) {
        return Markup.text(words).in("time", "datetime", machineTime(instant));
    }

    /** For {@code <time datetime>}: with the site's offset, to the second. */
    public String machineTime(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(site().zone()).withNano(0));
    }

    Dates dates() {
        return new Dates(new Language(site().language()), site().zone());
    }

    /* ---------------- Places ---------------- */

    /** The mark of the open host, for own URLs in templates. */
    public String host() {
        return String.valueOf(Href.OPEN_HOST);
    }

    /** Something of the site's that is to be read as one word, such as an address, amid text of either direction. */
    public Content address(String text) {
        return Markup.text(text).in("strong", "dir", "ltr");
    }

    /** An own URL. */
    public String own(String ownPath) {
        return ownPath.isEmpty() ? host() : Href.own(ownPath).value();
    }

    /** Where an own path is found on each host. */
    public String placed(String ownPath) {
        return site().placed(ownPath);
    }

    /** A selection's page. */
    public String page(Selection selection) {
        return own(selection.path());
    }

    /** The feed that the page announces, by the ending of a format. */
    public String feed(String ending) {
        int query = feeds.indexOf('?');
        return query < 0
                ? own(feeds + "/feed." + ending)
                : own(feeds.substring(0, query) + "/feed." + ending + feeds.substring(query));
    }

    /**
     * Opens a feed in whatever reader a device has. The scheme stands in place of the feed's own, as nearly all readers
     * understand; before it, it makes a URL that the Nu checker does not take.
     *
     * @param url own
     */
    public String inReader(String url) {
        return "feed://" + SlottedOutput.AUTHORITY + url.substring(1);
    }

    /** An icon or stylesheet. */
    public String asset(String file) {
        return own(assets.path(site(), file));
    }

    /** The page's URL on the canonical host. */
    public String canonical() {
        return site().canonical().base() + site().placed(path);
    }

    /** Where the page is on each host; a page without a place has the front page there. */
    public List<Place> everywhere() {
        return site().hosts().stream()
                .map(host -> new Place(
                        host,
                        host.base() + (path.isEmpty() ? "/" : site().placed(path)),
                        SlottedOutput.on(host.base(), voice.say("here").in("span", "class", "here"))))
                .toList();
    }

    /* ---------------- Head ---------------- */

    /** For the browser's tab. */
    public String windowTitle() {
        return title.isEmpty() ? site().title() : title + " \u2013 " + site().title();
    }

    /** Whether the feed of a selection may be told of: those for subscribers alone are not. */
    public boolean isPublic(Selection selection) {
        return masthead.terms().isPublic(selection);
    }

    /** Whether the page announces feeds. */
    public boolean announces() {
        int query = feeds.indexOf('?');
        return isPublic(
                Selection.at(query < 0 ? feeds : feeds.substring(0, query)).orElse(Selection.WHOLE));
    }

    /** Of the feeds that the page announces. */
    public String feedTitle() {
        return feeds.isEmpty() ? site().title() : site().title() + ": " + title;
    }

    public String paper() {
        return Palette.PAPER;
    }

    public String night() {
        return Palette.NIGHT;
    }

    /* ---------------- Articles ---------------- */

    /** The classes of a list of cards: how many follow is told first, so that none moves while the rest is on its way. */
    public String cards(int number) {
        return "cards n" + number + (number % 2 == 1 ? " odd" : "") + (number <= FEW ? " few" : "");
    }

    public Teaser teaser(Article article) {
        return new Teaser(amid(article), article);
    }

    /** The {@code lang} of an article where it is not the page's; null leaves the attribute out. */
    @Nullable public String otherLanguage(Article article) {
        String language = article.languageOr(site().language());
        return language.equals(site().language()) ? null : language;
    }

    /** The {@code dir} of a language. */
    public String direction(String language) {
        return new Language(language).direction();
    }

    /** The {@code dir} of an article where it is not the page's; null leaves the attribute out. */
    @Nullable public String otherDirection(Article article) {
        String direction = direction(article.languageOr(site().language()));
        return direction.equals(direction(site().language())) ? null : direction;
    }
}
