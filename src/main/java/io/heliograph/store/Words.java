package io.heliograph.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for: words that must all be there, words in double quotes that must stand together, words after a
 * hyphen that must not be there. Where there are only such, it is every text without them.
 *
 * <p>Scripts that put no space between words are searched by their characters, each of which is indexed as a word.
 *
 * @param wanted expressions of FTS5, each a quoted phrase, with an asterisk where more may follow
 * @param unwanted likewise
 */
public record Words(List<String> wanted, List<String> unwanted, boolean isAny) {

    /** Nothing to look for. */
    public static final Words NONE = new Words(List.of(), List.of(), false);

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_BEGINNING = 3;

    public Words {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** Reads a query as people type it. No text is wrong. */
    public static Words all(String query) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        String rest = bounded(query);
        for (int i = 0; i < rest.length() && wanted.size() + unwanted.size() < MOST_WORDS; ) {
            boolean not = rest.charAt(i) == '-' && i + 1 < rest.length() && rest.charAt(i + 1) != ' ';
            int from = not ? i + 1 : i;
            boolean quoted = rest.charAt(from) == '"';
            int to = quoted ? end(rest, '"', from + 1) : end(rest, ' ', from);
            String expression = expression(rest.substring(quoted ? from + 1 : from, to), !quoted);
            if (!expression.isEmpty()) {
                (not ? unwanted : wanted).add(expression);
            }
            i = to + 1;
        }
        return new Words(wanted, unwanted, false);
    }

    /** Texts in which any of these words stands; those with more of them are better. */
    public static Words any(String words) {
        List<String> wanted = new ArrayList<>();
        for (String word : bounded(words).split("[^\\p{L}\\p{M}\\p{N}]+", MOST_WORDS)) {
            if (word.length() >= SHORTEST_BEGINNING || !parted(word).equals(word)) {
                wanted.add(expression(word, true));
            }
        }
        return new Words(wanted, List.of(), true);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    /** What FTS5 is asked for texts that match; there must be a word that is wanted, for it knows no {@code NOT} alone. */
    String expression() {
        String all = String.join(isAny ? " OR " : " AND ", wanted);
        return unwanted.isEmpty() ? all : "(" + all + ") NOT (" + refusal() + ")";
    }

    /** What FTS5 is asked for texts with a word that is unwanted; there must be one. */
    String refusal() {
        return String.join(" OR ", unwanted);
    }

    /** Text with a space around each character of a script that writes words without one between them. */
    static String parted(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c >= 0xe00 && isSpaceless(c)) {
                if (out == null) {
                    out = new StringBuilder(text.length() * 2).append(text, 0, i);
                }
                out.append(' ').appendCodePoint(c).append(' ');
            } else if (out != null) {
                out.appendCodePoint(c);
            }
            i = next;
        }
        return out == null ? text : out.toString();
    }

    private static boolean isSpaceless(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> Character.isLetter(c);
            default -> false;
        };
    }

    private static String expression(String text, boolean mayGoOn) {
        StringBuilder phrase = new StringBuilder();
        String parted = parted(text);
        for (int i = 0; i < parted.length(); ) {
            int c = parted.codePointAt(i);
            boolean kept = Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            phrase.appendCodePoint(kept ? c : ' ');
            i += Character.charCount(c);
        }
        String words = phrase.toString().strip();
        if (words.isEmpty()) {
            return "";
        }
        boolean beginning = mayGoOn && words.length() >= SHORTEST_BEGINNING && words.indexOf(' ') < 0;
        return '"' + words + '"' + (beginning ? " *" : "");
    }

    private static int end(String text, char c, int from) {
        int at = text.indexOf(c, from);
        return at < 0 ? text.length() : at;
    }

    private static String bounded(String query) {
        String text = query.length() <= MOST_CHARACTERS ? query : query.substring(0, MOST_CHARACTERS);
        // Quotation marks as phones and word processors set them.
        return text.replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"")
                .replaceAll("\\s", " ")
                .toLowerCase(Locale.ROOT);
    }
}
