package io.heliograph.page;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The interface's texts in one language. */
final class Words {

    /** In which there are texts, by the base of their language. English stands in for all others. */
    static final Set<String> LANGUAGES = Set.of("en", "fr", "ar", "ru", "es", "zh", "fa");

    private static final Map<String, Words> READ = new ConcurrentHashMap<>();

    private final String base;
    private final Properties patterns;

    private Words(String base) {
        this.base = base;
        this.patterns = read(base);
    }

    /** The texts for a site in a language. */
    static Words of(Language site) {
        String base = site.base();
        return READ.computeIfAbsent(LANGUAGES.contains(base) ? base : "en", Words::new);
    }

    /** The language of the texts, as BCP 47 has it. */
    String language() {
        return base.equals("zh") ? "zh-Hans" : base;
    }

    Set<String> keys() {
        return patterns.stringPropertyNames();
    }

    /** The message pattern of a text. */
    String pattern(String key) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + base);
        }
        return pattern;
    }

    /**
     * A text with its places filled.
     *
     * @param numbers the language whose digits are used
     */
    String text(Language numbers, String key, Object... places) {
        String pattern = pattern(key);
        // A number is written as the site's readers do, in the plural form of the text's language.
        boolean own = numbers.base().equals(base);
        return places.length == 0
                ? pattern
                : new MessageFormat(pattern, own ? numbers.ulocale() : new Language(language()).ulocale())
                        .format(places);
    }

    private static Properties read(String base) {
        String file = "words/" + base.toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            Properties properties = new Properties();
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
