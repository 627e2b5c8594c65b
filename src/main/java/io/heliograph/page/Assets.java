package io.heliograph.page;

import io.heliograph.article.Artwork;
import io.heliograph.article.Logo;
import io.heliograph.article.Site;
import io.heliograph.article.Syndication;
import io.heliograph.article.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a site's pages name. They depend on the site's theme, title and language, and on nothing else. */
public final class Assets {

    static final String FOLDER = "/assets/";

    private static final Pattern FINGERPRINTED =
            Pattern.compile("([a-z0-9-]+)\\.[a-z2-7]{" + Asset.FINGERPRINT + "}\\.([a-z]+)");
    private static final Set<String> NAMES = Set.of(
            "style.css",
            "icon.svg",
            "favicon.ico",
            "apple-touch-icon.png",
            "icon-144.png",
            "icon-192.png",
            "icon-512.png",
            "podcast.jpg",
            "podcast.png",
            "smartnews.png",
            "smartnews-dark.png",
            "site.webmanifest",
            "logo.svg",
            "logo.png");

    /** The parts of the stylesheet, in their order: later ones overrule. */
    private static final List<String> STYLE = List.of(
            "tokens",
            "ground",
            "small",
            "masthead",
            "front",
            "lists",
            "article",
            "body",
            "guide",
            "foot",
            "room",
            "print");

    private final Map<String, Dressed> made = new ConcurrentHashMap<>();

    /** What the assets of a site are made of, and what they are. */
    private record Dressed(
            Theme theme, Syndication syndication, String title, String language, Map<String, Asset> assets) {
        boolean isFor(Site site) {
            return theme.equals(site.theme())
                    && syndication.equals(site.syndication())
                    && title.equals(site.title())
                    && language.equals(site.language());
        }
    }

    /** The name of the asset that a file name means, with or without a fingerprint in it; none if there is no such asset. */
    public static Optional<String> name(String fileName) {
        Matcher parts = FINGERPRINTED.matcher(fileName);
        return Optional.of(parts.matches() ? parts.group(1) + "." + parts.group(2) : fileName)
                .filter(NAMES::contains);
    }

    /** An asset by its file name. A fingerprint in it that is out of date leads to what is there now. */
    public Optional<Asset> find(Site site, String fileName) {
        return name(fileName).flatMap(name -> Optional.ofNullable(of(site).get(name)));
    }

    /** The path of an asset that every site has, with its fingerprint. */
    String path(Site site, String name) {
        Asset asset = of(site).get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset.path();
    }

    private Map<String, Asset> of(Site site) {
        return made.compute(
                        site.id(),
                        (id, known) -> known != null && known.isFor(site)
                                ? known
                                : new Dressed(
                                        site.theme(), site.syndication(), site.title(), site.language(), make(site)))
                .assets();
    }

    private static Map<String, Asset> make(Site site) {
        Map<String, Asset> assets = new LinkedHashMap<>();
        Theme theme = site.theme();
        String colours = ":root{--accent:" + theme.accent().css() + ";--accent-dark:"
                + theme.accentInTheDark().css() + "}\n";
        add(assets, "style.css", "text/css; charset=utf-8", utf8(colours + stylesheet()));
        Icon icon = Icon.of(theme.name().isEmpty() ? site.title() : theme.name(), theme.accent());
        Logo logo = theme.logo();
        boolean square = logo.ending().equals("svg") && logo.width() == logo.height();
        add(assets, "icon.svg", "image/svg+xml", square ? logo.bytes() : utf8(icon.svg()));
        add(assets, "favicon.ico", "image/x-icon", icon.ico());
        add(assets, "apple-touch-icon.png", "image/png", icon.png(180, false));
        add(assets, "icon-144.png", "image/png", icon.png(144, true));
        add(assets, "icon-192.png", "image/png", icon.png(192, true));
        add(assets, "icon-512.png", "image/png", icon.png(512, true));
        if (!logo.isNone()) {
            String type = logo.ending().equals("svg") ? "image/svg+xml" : "image/png";
            add(assets, "logo." + logo.ending(), type, logo.bytes());
        }
        feeds(assets, site.syndication(), icon);
        add(assets, "site.webmanifest", "application/manifest+json", utf8(manifest(site, assets)));
        return assets;
    }

    /** The pictures that feeds name beside the icons. */
    private static void feeds(Map<String, Asset> assets, Syndication syndication, Icon icon) {
        Artwork artwork = syndication.show().artwork();
        if (!artwork.isNone()) {
            String type = artwork.ending().equals("png") ? "image/png" : "image/jpeg";
            add(assets, "podcast." + artwork.ending(), type, artwork.bytes());
        } else if (!syndication.show().isNone()) {
            add(assets, "podcast.png", "image/png", icon.png(Artwork.LEAST_PIXELS, false));
        }
        Syndication.SmartNews smartNews = syndication.smartNews();
        if (!smartNews.logo().isNone()) {
            add(assets, "smartnews.png", "image/png", smartNews.logo().bytes());
        }
        if (!smartNews.darkLogo().isNone()) {
            add(assets, "smartnews-dark.png", "image/png", smartNews.darkLogo().bytes());
        }
    }

    private static void add(Map<String, Asset> assets, String name, String contentType, byte[] bytes) {
        assets.put(name, Asset.of(name, contentType, bytes));
    }

    /** The web app manifest. Its URLs are paths, which stay on the host that was asked. */
    private static String manifest(Site site, Map<String, Asset> assets) {
        Json json = new Json().object();
        json.text("name", site.title());
        json.text(
                "short_name",
                site.theme().name().isEmpty() ? site.title() : site.theme().name());
        json.text("description", site.description());
        json.text("lang", site.language()).text("dir", new Language(site.language()).direction());
        json.text("id", "/").text("start_url", "/").text("scope", "/").text("display", "minimal-ui");
        json.text("background_color", Palette.PAPER).text("theme_color", Palette.PAPER);
        json.array("icons");
        icon(json, site, assets, "icon.svg", "any", "image/svg+xml");
        icon(json, site, assets, "icon-192.png", "192x192", "image/png");
        icon(json, site, assets, "icon-512.png", "512x512", "image/png");
        return json.endArray().endObject().toString();
    }

    private static void icon(Json json, Site site, Map<String, Asset> assets, String name, String sizes, String type) {
        Asset asset = assets.get(name);
        if (asset != null) {
            json.object()
                    .text("src", site.placed(asset.path()))
                    .text("sizes", sizes)
                    .text("type", type);
            json.endObject();
        }
    }

    private static String stylesheet() {
        StringBuilder css = new StringBuilder(32 * 1024);
        for (String part : STYLE) {
            try (InputStream in = Assets.class.getResourceAsStream("style/" + part + ".css")) {
                if (in == null) {
                    throw new IllegalStateException("a part of the stylesheet is not in the jar: " + part);
                }
                css.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return css.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
