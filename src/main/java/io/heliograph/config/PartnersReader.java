package io.heliograph.config;

import io.heliograph.article.Artwork;
import io.heliograph.article.Href;
import io.heliograph.article.Logo;
import io.heliograph.article.Selection;
import io.heliograph.article.Show;
import io.heliograph.article.ShowCategory;
import io.heliograph.article.Syndication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a site says to partners, search engines and podcast directories. */
final class PartnersReader {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String PICTURE = "a square JPEG or PNG file of " + Artwork.LEAST_PIXELS + " to "
            + Artwork.MOST_PIXELS + " pixels on each side and at most " + Artwork.MOST_BYTES / 1024 + " KB";

    private static final String PARTNERS = "msn, smartnews or flipboard";

    private final Path base;

    /**
     * A reader.
     *
     * @param base folder to which paths are relative
     */
    PartnersReader(Path base) {
        this.base = base;
    }

    Syndication read(MappingReader site) {
        MappingReader reader = site.mapping("syndication");
        Map<Syndication.Partner, Set<Selection>> partners = partners(reader, site);
        MappingReader smart = reader.mapping("smartnews");
        Syndication.SmartNews smartNews = new Syndication.SmartNews(
                logo(smart, "logo"),
                logo(smart, "darkModeLogo"),
                smart.text("analytics", ""),
                smart.text("advertisement", ""));
        if (partners.containsKey(Syndication.Partner.SMARTNEWS) && !smart.has("logo")) {
            reader.wrong("smartnews", "no logo", "a logo, without which SmartNews takes no articles");
        }
        smart.refuseOthers();
        boolean hidden = reader.value("mirrors", "open", "open or hidden", text -> {
                    if (!text.equals("open") && !text.equals("hidden")) {
                        throw new IllegalArgumentException("neither");
                    }
                    return text;
                })
                .equals("hidden");
        String rights = reader.text("rights", "");
        reader.refuseOthers();
        return new Syndication(
                rights, partners, smartNews, hidden, site.has("podcast") ? show(site.mapping("podcast")) : Show.NONE);
    }

    /** Each with the selections that are named for it. */
    private static Map<Syndication.Partner, Set<Selection>> partners(MappingReader syndication, MappingReader site) {
        Set<String> chosen = new HashSet<>();
        site.mappings("feeds").forEach(feed -> chosen.add(feed.text("id", "")));
        Map<Syndication.Partner, Set<Selection>> partners = new EnumMap<>(Syndication.Partner.class);
        for (MappingReader reader : syndication.entries("partners", "name", PARTNERS)) {
            Optional<Syndication.Partner> partner = reader.value(
                    "name", Optional.empty(), PARTNERS, text -> Optional.of(term(Syndication.Partner.class, text)));
            if (!reader.has("name")) {
                reader.wrong("name", "nothing", PARTNERS);
            }
            Map<Integer, Selection> feeds = reader.numbered("for", TermsReader.FEEDS, TermsReader::selection);
            feeds.forEach((place, selection) -> {
                if (selection instanceof Selection.Chosen choice && !chosen.contains(choice.id())) {
                    reader.wrongMember("for", place, "\"" + choice.id() + "\"", "the id of one of the site's feeds");
                }
            });
            reader.refuseOthers();
            if (partner.isPresent() && partners.putIfAbsent(partner.get(), Set.copyOf(feeds.values())) != null) {
                reader.wrong("name", "a partner a second time", "each partner once, with all feeds that it gets");
            }
        }
        return partners;
    }

    private Show show(MappingReader reader) {
        MappingReader owner = reader.mapping("owner");
        Show.Owner writtenTo = new Show.Owner(
                owner.text("name", ""), owner.value("email", "", "an e-mail address", text -> known(EMAIL, text)));
        if (!owner.has("email")) {
            owner.wrong("email", "nothing", "the e-mail address that podcast directories write to");
        }
        owner.refuseOthers();
        List<ShowCategory> categories = reader.values(
                "categories",
                "a category of Apple Podcasts, such as News or \"News > Daily News\"",
                ShowCategory::parse);
        if (!reader.has("categories")) {
            reader.wrong("categories", "no category", "a list with at least one, such as \"News > Daily News\"");
        }
        Show show = new Show(
                reader.text("title", ""),
                reader.text("description", ""),
                reader.text("author", ""),
                writtenTo,
                categories,
                reader.truth("explicit", false),
                reader.value("type", Show.Order.EPISODIC, "episodic or serial", text -> term(Show.Order.class, text)),
                reader.value(
                        "medium",
                        Show.Medium.PODCAST,
                        "podcast, music, video, film, audiobook, newsletter or blog",
                        text -> term(Show.Medium.class, text)),
                reader.truth("locked", false),
                reader.truth("live", false),
                artwork(reader),
                reader.value("guid", "", "a UUID, as the podcast had it before", text -> known(UUID, text))
                        .toLowerCase(Locale.ROOT),
                reader.value("newFeedUrl", "", "the URL of the feed that it moves to", text -> {
                    if (!Href.absolute(text.strip())) {
                        throw new IllegalArgumentException("no URL");
                    }
                    return text.strip();
                }));
        reader.refuseOthers();
        return show;
    }

    /** Says what is wrong with a picture that no podcast directory would take. */
    private Artwork artwork(MappingReader reader) {
        String name = reader.text("image", "");
        if (name.isEmpty()) {
            return Artwork.NONE;
        }
        try {
            Path file = base.resolve(name);
            if (Files.size(file) > Artwork.MOST_BYTES) {
                throw new IllegalArgumentException("a file of " + Files.size(file) + " bytes");
            }
            return Artwork.of(Files.readAllBytes(file));
        } catch (IOException | InvalidPathException e) {
            reader.wrong("image", '"' + name + "\", which cannot be read", PICTURE);
        } catch (IllegalArgumentException e) {
            reader.wrong("image", '"' + name + "\", " + e.getMessage(), PICTURE);
        }
        return Artwork.NONE;
    }

    /** SmartNews takes PNG alone. */
    private Logo logo(MappingReader reader, String key) {
        return reader.value(key, Logo.NONE, "a PNG file of at most " + Logo.MOST_BYTES / 1024 + " KB", text -> {
            try {
                Path file = base.resolve(text);
                if (Files.size(file) > Logo.MOST_BYTES) {
                    throw new IllegalArgumentException("too large");
                }
                Logo logo = Logo.of(Files.readAllBytes(file));
                if (!logo.ending().equals("png")) {
                    throw new IllegalArgumentException("no PNG");
                }
                return logo;
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    private static <E extends Enum<E>> E term(Class<E> terms, String text) {
        return Enum.valueOf(terms, text.strip().toUpperCase(Locale.ROOT));
    }

    private static String known(Pattern form, String text) {
        if (!form.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException("another form");
        }
        return text.strip();
    }
}
