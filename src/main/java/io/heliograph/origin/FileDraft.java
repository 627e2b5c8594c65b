package io.heliograph.origin;

import io.heliograph.article.Author;
import io.heliograph.article.Draft;
import io.heliograph.article.Image;
import io.heliograph.article.Slug;
import io.heliograph.article.Source;
import io.heliograph.article.Story;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a draft of an article in a file. */
final class FileDraft {

    /** Jekyll's file names begin with the date. */
    private static final Pattern DATED_NAME = Pattern.compile("(?:.*/)?(\\d{4}-\\d{2}-\\d{2})-[^/]*");

    private final String name;
    private final int position;
    private final ArticleFile article;
    private final ZoneId zone;

    /**
     * An article in a file.
     *
     * @param name of the file below the folder, with slashes, without its extension; of {@code a/index}, {@code a}
     * @param position in the file, from 0
     */
    FileDraft(String name, int position, ArticleFile article, ZoneId zone) {
        this.name = name;
        this.position = position;
        this.article = article;
        this.zone = zone;
    }

    /** The name of an article's file as {@link FileDraft} wants it. */
    static String name(String relative) {
        int dot = relative.lastIndexOf('.');
        String bare = dot > relative.lastIndexOf('/') ? relative.substring(0, dot) : relative;
        return bare.endsWith("/index") ? bare.substring(0, bare.length() - "/index".length()) : bare;
    }

    /** Whether the file says that this is not for readers yet. */
    boolean isUnfinished() {
        return article.matter().isTrue("draft");
    }

    /** What tells the article apart at its origin. */
    String source() {
        String id = article.matter().text("id");
        return id.isEmpty() ? distinction() : id;
    }

    private String distinction() {
        return "file:" + name + (position == 0 ? "" : "#" + position);
    }

    /** Where the article wants to live: below the folders it is in, under its slug or the name of its file. */
    String path() {
        List<String> segments = new ArrayList<>(Stream.of(name.split("/", -1))
                .map(Slug::of)
                .filter(s -> !s.isEmpty())
                .toList());
        String slug = Slug.of(article.matter().text("slug"));
        if (!slug.isEmpty() && !segments.isEmpty()) {
            segments.set(segments.size() - 1, slug);
        }
        String path = segments.stream().map(s -> "/" + Slug.encoded(s)).collect(Collectors.joining());
        boolean unclear = position > 0 && slug.isEmpty();
        return unclear || path.isEmpty() || LinkPath.isReserved(path) ? "" : path;
    }

    Draft read(FileLinks links, String where, List<EntryProblem> problems) {
        FrontMatter matter = article.matter();
        Cleaner.Cleaned body = Cleaner.clean(article.html(), links);
        FileMedia media = new FileMedia(links, zone, where, problems);
        List<Image> images = media.images(matter);
        String html = BodyPictures.sized(body.html(), links.shelved());
        Story story = new Story(
                title(html),
                Plain.cut(matter.text("summary"), Plain.LONGEST_SUMMARY),
                html,
                authors(matter, links, where, problems),
                section(),
                matter.texts("tags"),
                language(matter, where, problems),
                matter.text("translationKey"),
                images,
                media.media(matter),
                media.live(matter),
                EntryEpisode.of(matter, links, media.chapters(matter)),
                Source.NONE);
        for (String link : links.broken()) {
            problems.add(
                    new EntryProblem(where, EntryProblem.Reason.PART_LEFT_OUT, "a link leads to nothing: " + link));
        }
        Optional<Instant> date = date(matter, "date", where, problems);
        Matcher dated = DATED_NAME.matcher(name);
        if (date.isEmpty() && dated.matches()) {
            date = LooseDate.parse(dated.group(1), zone);
        }
        return new Draft(
                matter.text("id"),
                distinction(),
                "",
                path(),
                date.orElse(Draft.UNDATED),
                date(matter, "updated", where, problems).orElse(Draft.UNDATED),
                story);
    }

    private String title(String html) {
        String title = Plain.cut(article.matter().text("title"), Plain.LONGEST_TITLE);
        if (title.isEmpty()) {
            title = PlainTitle.from(html);
        }
        return title.isEmpty() ? name.substring(name.lastIndexOf('/') + 1) : title;
    }

    /** As named; else that of the first folder it is in. */
    private String section() {
        String section = article.matter().text("section");
        int slash = name.indexOf('/');
        if (!section.isEmpty() || slash <= 0) {
            return section;
        }
        String folder = name.substring(0, slash).replaceAll("[-_]+", " ").strip();
        return folder.isEmpty() ? "" : Character.toUpperCase(folder.charAt(0)) + folder.substring(1);
    }

    private static List<Author> authors(
            FrontMatter matter, FileLinks links, String where, List<EntryProblem> problems) {
        List<Author> authors = new ArrayList<>();
        for (FrontMatter author : matter.mappings("authors", "name")) {
            String url = author.text("url");
            Optional<URI> address = links.address(url);
            if (address.isEmpty() && !url.isEmpty()) {
                problems.add(new EntryProblem(
                        where, EntryProblem.Reason.PART_LEFT_OUT, "an author's url is no web address: " + url));
            }
            String name = PersonName.of(Plain.cut(author.text("name"), Plain.LONGEST_TITLE));
            if (!name.isEmpty()) {
                authors.add(new Author(name, address.map(URI::toString).orElse("")));
            } else if (!author.text("name").isEmpty()) {
                problems.add(new EntryProblem(
                        where, EntryProblem.Reason.PART_LEFT_OUT, "an author has an e-mail address and no name"));
            }
        }
        return authors.stream().distinct().toList();
    }

    private static String language(FrontMatter matter, String where, List<EntryProblem> problems) {
        String named = matter.text("language");
        String tag = Language.tag(named);
        if (tag.isEmpty() && !named.isEmpty()) {
            problems.add(new EntryProblem(
                    where, EntryProblem.Reason.PART_LEFT_OUT, "language is no language tag such as en: " + named));
        }
        return tag;
    }

    private Optional<Instant> date(FrontMatter matter, String field, String where, List<EntryProblem> problems) {
        String text = matter.text(field);
        Optional<Instant> date = LooseDate.parse(text, zone);
        if (date.isEmpty() && !text.isEmpty()) {
            problems.add(new EntryProblem(where, EntryProblem.Reason.PART_LEFT_OUT, field + " is not a date: " + text));
        }
        return date;
    }
}
