package io.heliograph.feed;

import static io.heliograph.article.SampleArticle.LOCAL;
import static io.heliograph.article.SampleArticle.titled;
import static io.heliograph.feed.Samples.written;
import static io.heliograph.feed.Xml.ATOM;
import static io.heliograph.feed.Xml.DC;
import static io.heliograph.feed.Xml.child;
import static io.heliograph.feed.Xml.children;
import static io.heliograph.feed.Xml.text;
import static io.heliograph.feed.Xml.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Article;
import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.SampleArticle;
import io.heliograph.article.Selection;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The language that a feed says it is in: that of its articles, where its selection names one. */
class FeedLanguageTest {

    private static final Selection FRENCH = new Selection.InLanguage("fr");
    private static final Selection SPANISH = new Selection.InLanguage("es");

    private static final Site SITE = SampleArticle.site(new Syndication(
            List.of(
                    choice("inFrench", List.of(Set.of(FRENCH))),
                    choice("inBoth", List.of(Set.of(FRENCH, SPANISH))),
                    choice("sport", List.of(Set.of(new Selection.InSection("sport")))),
                    choice("inEnglish", List.of(Set.of(new Selection.InLanguage("en"), new Selection.InLanguage("")))),
                    choice("frenchSport", List.of(Set.of(new Selection.InSection("sport")), Set.of(FRENCH)))),
            250_000));

    static Stream<Object[]> feeds() {
        return Stream.of(new Object[][] {
            {Selection.WHOLE, "en"},
            {FRENCH, "fr"},
            {new Selection.InLanguage("pt-BR"), "pt-BR"},
            {new Selection.InLanguage(""), "en"},
            {new Selection.InSection("sport"), "en"},
            {new Selection.Chosen("inFrench"), "fr"},
            {new Selection.Chosen("inBoth"), "en"},
            {new Selection.Chosen("sport"), "en"},
            {new Selection.Chosen("inEnglish"), "en"},
            {new Selection.Chosen("frenchSport"), "fr"}
        });
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void feed_isInTheLanguageOfItsSelection_elseInTheSites(Selection selection, String language) {
        Feed feed = feed(selection);

        Element atom = Xml.parse(written(new Atom(), feed, LOCAL));
        Element channel = child(Xml.parse(written(new Rss(), feed, LOCAL)), "", "channel");
        JsonObject json = new JsonObject(written(new JsonFeed(), feed, LOCAL));

        assertThat(lang(atom)).as("RFC 4287, section 2").isEqualTo(language);
        assertThat(text(channel, "", "language")).as("RSS 2.0, language").isEqualTo(language);
        assertThat(json.getString("language")).as("JSON Feed 1.1, language").isEqualTo(language);
    }

    @Test
    void item_namesItsLanguage_whereItIsNotTheFeeds() {
        Feed feed = feed(
                FRENCH,
                titled("A").language("fr").article(),
                titled("B").path("/b").article());

        Element atom = Xml.parse(written(new Atom(), feed, LOCAL));
        Element channel = child(Xml.parse(written(new Rss(), feed, LOCAL)), "", "channel");

        assertThat(children(atom, ATOM, "entry"))
                .extracting(FeedLanguageTest::lang)
                .containsExactly("", "en");
        assertThat(children(channel, "", "item"))
                .extracting(item -> texts(item, DC, "language"))
                .containsExactly(List.of(), List.of("en"));
    }

    /** RFC 4287, section 2: the language holds for all that is in the element, and the title is the site's. */
    @Test
    void titleOfAnAtomFeed_isInTheSitesLanguage() {
        Element french = Xml.parse(written(new Atom(), feed(FRENCH), LOCAL));
        Element whole = Xml.parse(written(new Atom(), feed(Selection.WHOLE), LOCAL));

        assertThat(List.of("title", "subtitle")).allSatisfy(name -> {
            assertThat(lang(child(french, ATOM, name))).isEqualTo("en");
            assertThat(lang(child(whole, ATOM, name))).isEmpty();
        });
    }

    private static String lang(Element element) {
        return element.getAttributeNS(XMLConstants.XML_NS_URI, "lang");
    }

    private static Feed feed(Selection selection, Article... articles) {
        return new Feed(SITE, selection, "The News", List.of(articles), "");
    }

    private static Choice choice(String id, List<Set<Selection>> groups) {
        return new Choice(id, id, "", new Criteria(groups, ""), Criteria.NONE);
    }
}
