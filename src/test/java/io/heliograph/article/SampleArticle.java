package io.heliograph.article;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** An article in the making, for tests: everything it needs has a value until the test says otherwise. */
public final class SampleArticle {

    public static final String NEWS = "https://news.example";
    public static final String MIRROR = "https://mirror.example:8443";
    public static final String LOCAL = "http://localhost:8080";
    public static final TagAuthority AUTHORITY = TagAuthority.parse("news.example,2026");
    public static final Instant PUBLISHED = Instant.parse("2026-11-23T10:00:00Z");

    private String id;
    private String path = "/2026/pier";
    private Instant published = PUBLISHED;
    private Instant updated = PUBLISHED;
    private String title;
    private String summary = "";
    private String html = "";
    private List<Author> authors = List.of();
    private String section = "";
    private List<String> tags = List.of();
    private String language = "";
    private List<Image> images = List.of();
    private List<Media> media = List.of();
    private List<Live> live = List.of();
    private Episode episode = Episode.NONE;
    private Source source = Source.NONE;

    private SampleArticle(String title) {
        this.title = title;
        this.id = "https://news.example/id/" + Fingerprint.of(title, 8);
    }

    public static SampleArticle titled(String title) {
        return new SampleArticle(title);
    }

    /** The same text wherever an article has one. */
    public static SampleArticle allOf(String text) {
        Image image = new Image(Href.own("/media/pier.jpg"), 1600, 900, "image/jpeg", 1234, text, text, text);
        return titled(text)
                .id(text)
                .summary(text)
                .authors(new Author(text, ""))
                .section(text)
                .tags(text, "second " + text)
                .images(image);
    }

    /** A site in a language on hosts, the first of which is canonical. */
    public static Site site(String language, String... hosts) {
        return new Site(
                "bay",
                "Bay News",
                "News of the bay",
                language,
                AUTHORITY,
                ZoneId.of("America/Halifax"),
                Stream.of(hosts).map(Host::parse).toList());
    }

    public static Site site() {
        return site("en", NEWS, MIRROR, LOCAL);
    }

    /** The same site, with wishes for its feeds. */
    public static Site site(Syndication syndication) {
        Site site = site();
        return new Site(
                site.id(),
                site.title(),
                site.description(),
                site.language(),
                site.authority(),
                site.zone(),
                site.hosts(),
                site.theme(),
                syndication);
    }

    public static Image picture(String path) {
        return new Image(Href.own(path), 1600, 900, "image/jpeg", 4321, "The pier", "The pier at noon", "Ann Bay");
    }

    public static Media video(Duration duration, Rendition... renditions) {
        return new Media(Media.Kind.VIDEO, "", duration, List.of(renditions), List.of());
    }

    public static Rendition mp4(String path) {
        return new Rendition(Href.own(path), "video/mp4", 1280, 720, 2_400, 9_000_000);
    }

    public static Rendition hls(String path) {
        return new Rendition(Href.own(path), "application/vnd.apple.mpegurl", 1920, 1080, 0, 0);
    }

    public SampleArticle id(String value) {
        id = value;
        return this;
    }

    public SampleArticle path(String value) {
        path = value;
        return this;
    }

    public SampleArticle published(String value) {
        published = Instant.parse(value);
        updated = published;
        return this;
    }

    public SampleArticle updated(String value) {
        updated = Instant.parse(value);
        return this;
    }

    public SampleArticle summary(String value) {
        summary = value;
        return this;
    }

    public SampleArticle html(String value) {
        html = value;
        return this;
    }

    public SampleArticle authors(Author... value) {
        authors = List.of(value);
        return this;
    }

    public SampleArticle section(String value) {
        section = value;
        return this;
    }

    public SampleArticle tags(String... value) {
        tags = List.of(value);
        return this;
    }

    public SampleArticle language(String value) {
        language = value;
        return this;
    }

    public SampleArticle images(Image... value) {
        images = List.of(value);
        return this;
    }

    public SampleArticle media(Media... value) {
        media = List.of(value);
        return this;
    }

    public SampleArticle live(Live... value) {
        live = List.of(value);
        return this;
    }

    public SampleArticle episode(Episode value) {
        episode = value;
        return this;
    }

    public SampleArticle source(Source value) {
        source = value;
        return this;
    }

    public Article article() {
        Story story = new Story(title, summary, html, authors, section, tags, language, images, media, live)
                .airedAs(episode)
                .from(source);
        return new Article(ArticleId.of(Text.line(id), AUTHORITY), path, "", published, updated, story);
    }
}
