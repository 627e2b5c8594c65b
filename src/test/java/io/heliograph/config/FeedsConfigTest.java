package io.heliograph.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heliograph.article.Choice;
import io.heliograph.article.Criteria;
import io.heliograph.article.Selection;
import io.heliograph.article.Syndication;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a site's feeds are configured. */
class FeedsConfigTest extends ConfigFixture {

    private Syndication syndication(String yaml) throws Exception {
        return read(GOOD + yaml.indent(4)).sites().get(0).site().syndication();
    }

    private List<String> faults(String yaml) {
        return errors(GOOD + yaml.indent(4)).stream()
                .map(e -> e.key() + ": " + e.found() + "; " + e.expected())
                .toList();
    }

    @Test
    void syndication_isTheUsual_whereNothingIsSaid() throws Exception {
        assertThat(syndication("")).isEqualTo(Syndication.USUAL);
    }

    @Test
    void choice_isReadWhole() throws Exception {
        Syndication syndication = syndication("""
                feedSize: 1MB
                feeds:
                  - id: sport
                    title: Sport without chess
                    description: What moves
                    include: { sections: [Sport, "Water Sport"], languages: [pt-BR, es], media: [video, live], words: cup }
                    exclude: { tags: [Chess], authors: [Ann Bay], media: [audio] }
                """);

        assertThat(syndication.mostBytes()).isEqualTo(1 << 20);
        assertThat(syndication.choices())
                .containsExactly(new Choice(
                        "sport",
                        "Sport without chess",
                        "What moves",
                        new Criteria(
                                List.of(
                                        Set.of(
                                                new Selection.InSection("sport"),
                                                new Selection.InSection("water-sport")),
                                        Set.of(
                                                new Selection.InLanguage("pt-BR"),
                                                new Selection.InLanguage(""),
                                                new Selection.InLanguage("es")),
                                        Set.of(Selection.FILMED, Selection.LIVE)),
                                "cup"),
                        new Criteria(
                                List.of(
                                        Set.of(new Selection.InTag("chess")),
                                        Set.of(new Selection.ByAuthor("ann-bay")),
                                        Set.of(Selection.AUDIBLE)),
                                "")));
    }

    @Test
    void choice_thatIsWrong_isExplained() {
        assertThat(faults("""
                feedSize: 1KB
                feeds:
                  - { id: A B, title: T, include: { sections: ["!"] } }
                  - { title: T, include: { media: [film] } }
                  - { id: x, include: { words: y } }
                  - { id: x, title: T }
                  - { id: y, title: T, exclude: { sections: [A], colour: red } }
                  - { id: z, title: T, exclude: { words: "-*" } }
                """))
                .containsExactlyInAnyOrder(
                        "sites[0].feedSize: \"1KB\"; a size of at least 16384 bytes, such as 64MB or 1.5GB",
                        "sites[0].feeds[0].id: \"A B\"; a short name of a-z, 0-9 and hyphens",
                        "sites[0].feeds[0].include.sections[0]: \"!\"; a name with a letter or digit",
                        "sites[0].feeds[1].id: nothing; a short name of a-z, 0-9 and hyphens, unique among the site's feeds",
                        "sites[0].feeds[1].include.media[0]: \"film\"; video, audio or live",
                        "sites[0].feeds[2].title: nothing; what the feed is called",
                        "sites[0].feeds[3].include: nothing, and no exclude; what the feed holds, or what it leaves out",
                        "sites[0].feeds[3].id: \"x\" for a second feed; an id that no other feed has",
                        "sites[0].feeds[5].exclude.words: \"-*\"; a word with a letter or digit",
                        "sites[0].feeds[4].exclude.colour: a key that is not known;"
                                + " one of authors, languages, media, sections, tags, words");
    }

    @Test
    void choices_areNoMoreThanTwoHundred() {
        String many = "feeds:\n"
                + String.join(
                        "\n",
                        IntStream.rangeClosed(1, 201)
                                .mapToObj(i -> "  - { id: f" + i + ", title: T, include: { words: a } }")
                                .toList());

        assertThat(faults(many)).containsExactly("sites[0].feeds[200].id: one feed more than 200; at most 200 feeds");
    }
}
