package io.heliograph.origin;

import io.heliograph.article.Text;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One article of a file: what the file says about it, and its body.
 *
 * @param html still to be cleaned
 */
record ArticleFile(FrontMatter matter, String html) {

    /** Larger files are left out. */
    static final long LARGEST_BYTES = 2 << 20;

    /** Whether a file's name says that it holds articles. */
    static boolean isArticle(String name) {
        return !name.startsWith(".")
                && !name.startsWith("~")
                && !extension(name).isEmpty();
    }

    /**
     * The articles of a file, in its order; the name says how to read it.
     *
     * @throws OriginFailure if it cannot be read so
     */
    static List<ArticleFile> read(String name, byte[] bytes) throws OriginFailure {
        String text = DocumentText.decode(bytes, "");
        return switch (extension(name)) {
            case "json" -> json(text);
            case "html" -> List.of(html(FrontMatter.part(text)));
            default -> {
                FrontMatter.Parted parted = FrontMatter.part(text);
                yield List.of(titled(parted.matter(), Markdown.toHtml(parted.body())));
            }
        };
    }

    private static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".chapters.json")) {
            // Of a recording, not of a book.
            return "";
        }
        if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
            return "md";
        }
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return "html";
        }
        return lower.endsWith(".json") ? "json" : "";
    }

    /** A whole web page gives its title and its main part; a fragment is the body as it is. */
    private static ArticleFile html(FrontMatter.Parted parted) {
        Document page = Jsoup.parse(parted.body());
        Element main = page.selectFirst("article, main");
        Element body = main == null ? page.body() : main;
        if (parted.matter().has("title") || page.title().isBlank()) {
            return titled(parted.matter(), body.html());
        }
        return titled(with(parted.matter(), "title", page.title()), body.html());
    }

    /** Where nothing names the title, the first heading does, and leaves the body; so it does where it repeats it. */
    private static ArticleFile titled(FrontMatter matter, String html) {
        if (!html.contains("<h1")) {
            return new ArticleFile(matter, html);
        }
        Document body = Jsoup.parseBodyFragment(html);
        Element heading = body.selectFirst("h1");
        if (heading == null) {
            return new ArticleFile(matter, html);
        }
        String words = Text.line(heading.text());
        boolean named = matter.has("title");
        if (named && !matter.text("title").equals(words) || words.isEmpty()) {
            return new ArticleFile(matter, html);
        }
        heading.remove();
        return new ArticleFile(
                named ? matter : with(matter, "title", words), body.body().html());
    }

    private static List<ArticleFile> json(String text) throws OriginFailure {
        Object root;
        try {
            root = Json.decodeValue(text);
        } catch (DecodeException e) {
            throw new OriginFailure(
                    OriginFailure.Reason.UNREADABLE, "no valid JSON: " + Text.line(String.valueOf(e.getMessage())), e);
        }
        List<ArticleFile> articles = new ArrayList<>();
        JsonArray members = root instanceof JsonArray array
                ? array
                : root instanceof JsonObject object && object.getValue("items") instanceof JsonArray items
                        ? items
                        : new JsonArray().add(root);
        for (Object member : members) {
            if (!(member instanceof JsonObject object)) {
                throw new OriginFailure(OriginFailure.Reason.UNREADABLE, "JSON, but no object that is an article");
            }
            FrontMatter matter = FrontMatter.of(object.getMap());
            articles.add(new ArticleFile(matter, body(matter)));
        }
        return articles;
    }

    private static String body(FrontMatter matter) {
        for (String name : List.of("html", "content_html", "content")) {
            if (matter.values().get(name) instanceof String html) {
                return Plain.marked(html);
            }
        }
        if (matter.values().get("markdown") instanceof String markdown) {
            return Markdown.toHtml(markdown);
        }
        for (String name : List.of("text", "content_text")) {
            if (matter.values().get(name) instanceof String text) {
                return Plain.paragraphs(text);
            }
        }
        return "";
    }

    private static FrontMatter with(FrontMatter matter, String name, String value) {
        Map<String, Object> values = new HashMap<>(matter.values());
        values.put(name, value);
        return new FrontMatter(values);
    }
}
