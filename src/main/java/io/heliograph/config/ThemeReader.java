package io.heliograph.config;

import io.heliograph.article.Colour;
import io.heliograph.article.Logo;
import io.heliograph.article.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads how a site's pages look. */
final class ThemeReader {

    private ThemeReader() {}

    /**
     * The theme that a mapping describes.
     *
     * @param base folder to which the logo's path is relative
     */
    static Theme read(MappingReader reader, Path base) {
        String name = reader.text("name", "");
        Colour accent = reader.value("accent", Theme.USUAL.accent(), "a colour such as \"#8a1c2b\"", Colour::parse);
        double contrast = accent.contrast(Theme.LIGHT);
        if (contrast < Theme.LEAST_CONTRAST) {
            // Rounded down, so that what is too little never looks like enough.
            String ratio = String.format(Locale.ROOT, "%.2f", Math.floor(contrast * 100) / 100);
            reader.wrong(
                    "accent",
                    "\"" + accent.css() + "\", whose contrast to the page (" + Theme.LIGHT.css() + ") is " + ratio
                            + ":1",
                    "a darker colour, with a contrast of at least " + Theme.LEAST_CONTRAST + ":1");
            accent = Theme.USUAL.accent();
        }
        Logo logo = reader.value(
                "logo",
                Logo.NONE,
                "an SVG or PNG file of at most " + Logo.MOST_BYTES / 1024 + " KB that tells its size",
                text -> {
                    try {
                        Path file = base.resolve(text);
                        if (Files.size(file) > Logo.MOST_BYTES) {
                            throw new IllegalArgumentException("too large");
                        }
                        return Logo.of(Files.readAllBytes(file));
                    } catch (IOException e) {
                        throw new IllegalArgumentException(e);
                    }
                });
        reader.refuseOthers();
        return new Theme(name, accent, logo);
    }
}
