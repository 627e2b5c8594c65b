package io.heliograph.feed;

import io.heliograph.article.Article;
import io.heliograph.article.Author;
import io.heliograph.article.Caption;
import io.heliograph.article.Episode;
import io.heliograph.article.Href;
import io.heliograph.article.Live;
import io.heliograph.article.Media;
import io.heliograph.article.Rendition;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles as feeds carry them: without the pictures, files and addresses whose URLs no reader on the internet could
 * follow, and that validators call errors.
 */
final class Carried {

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";

    /** A name with a dot in it, or an IPv4 address; this machine, for trying out; then a port, and a path. */
    private static final Pattern URL = Pattern.compile(
            "(?i:https?)://(" + LABEL + "(\\." + LABEL + ")+|(" + LABEL + "\\.)*localhost)(:(?<port>\\d{1,5}))?(/.*)?");

    private static final Pattern LOCAL = Pattern.compile("(?i)https?://([^/:]+\\.)?localhost(?![^/:])");

    private static final int MOST_PORT = 65_535;

    private Carried() {}

    static List<Article> all(List<Article> articles) {
        return articles.stream().map(Carried::of).toList();
    }

    /** The article itself where nothing is wrong with it. */
    static Article of(Article article) {
        Story story = article.story();
        Story carried = new Story(
                story.title(),
                story.summary(),
                story.html(),
                story.authors().stream().map(Carried::author).toList(),
                story.section(),
                story.tags(),
                story.language(),
                story.translationKey(),
                story.images().stream().filter(image -> isCarried(image.href())).toList(),
                media(story.media()),
                live(story.live()),
                episode(story.episode()),
                source(story.source()));
        return carried.equals(story)
                ? article
                : new Article(
                        article.id(), article.path(), article.link(), article.published(), article.updated(), carried);
    }

    static boolean isCarried(Href href) {
        return href.isOwn() || isCarried(href.value());
    }

    /** Whether it leads to the machine that it is read on, and to nowhere else. */
    static boolean isLocal(Href href) {
        return !href.isOwn() && LOCAL.matcher(href.value()).lookingAt();
    }

    private static boolean isCarried(String url) {
        Matcher parts = URL.matcher(url);
        return parts.matches() && (parts.group("port") == null || Integer.parseInt(parts.group("port")) <= MOST_PORT);
    }

    private static String carried(String url) {
        return isCarried(url) ? url : "";
    }

    private static Author author(Author author) {
        return isCarried(author.url()) ? author : new Author(author.name(), "");
    }

    private static List<Media> media(List<Media> media) {
        List<Media> carried = new ArrayList<>();
        for (Media one : media) {
            List<Rendition> renditions = renditions(one.renditions());
            List<Caption> captions = one.captions().stream()
                    .filter(caption -> isCarried(caption.href()))
                    .toList();
            if (!renditions.isEmpty()) {
                carried.add(new Media(one.kind(), one.title(), one.duration(), renditions, captions));
            }
        }
        return carried;
    }

    private static List<Live> live(List<Live> live) {
        return live.stream()
                .filter(stream -> !renditions(stream.renditions()).isEmpty())
                .map(stream -> new Live(stream.title(), stream.start(), stream.end(), renditions(stream.renditions())))
                .toList();
    }

    private static List<Rendition> renditions(List<Rendition> renditions) {
        return renditions.stream()
                .filter(rendition -> isCarried(rendition.href()))
                .toList();
    }

    private static Episode episode(Episode episode) {
        return new Episode(
                episode.season(),
                episode.number(),
                episode.kind(),
                episode.rating(),
                episode.chapters().stream().filter(Carried::isCarried).toList(),
                episode.people());
    }

    private static Source source(Source source) {
        return new Source(
                source.title(),
                carried(source.feed()),
                carried(source.page()),
                source.id(),
                source.rights(),
                source.updated());
    }
}
