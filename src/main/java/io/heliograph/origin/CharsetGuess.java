package io.heliograph.origin;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The likeliest charset of bytes that nobody has said anything about, by the frequencies of letters. */
final class CharsetGuess {

    /** Below, of 100, a match is as good as none: all charsets of two bytes match anything with 10. */
    private static final int LEAST_CONFIDENCE = 25;

    /** Fewer different letters with accents do not tell one Latin alphabet from another. */
    private static final int LEAST_LETTERS = 4;

    /** More are not looked at by the detector. */
    private static final int MOST_BYTES = 8_000;

    private static final Set<String> OTHER_LATIN = Set.of("ISO-8859-2", "ISO-8859-9", "windows-1250", "windows-1254");

    /** The languages whose letters are their own. */
    private static final Set<String> SHOWN = Set.of("ja", "ko");

    private CharsetGuess() {}

    /** The charset; Windows-1252, as browsers do, where nothing is likelier. */
    static Charset of(byte[] bytes) {
        byte[] telling = telling(bytes);
        List<CharsetMatch> matches = Arrays.stream(
                        new CharsetDetector().setText(telling).detectAll())
                .filter(match -> match.getConfidence() >= LEAST_CONFIDENCE)
                .filter(match -> charset(match).isPresent())
                .toList();
        boolean few = lettersBeyondAscii(telling) < LEAST_LETTERS;
        return best(telling, matches)
                .filter(match -> !(few && OTHER_LATIN.contains(match.getName())))
                .flatMap(CharsetGuess::charset)
                .orElse(Charset.forName("windows-1252"));
    }

    /** Of several that are equally likely, that whose language the text shows; else none that a text would show. */
    private static Optional<CharsetMatch> best(byte[] bytes, List<CharsetMatch> matches) {
        List<CharsetMatch> likeliest = matches.stream()
                .filter(match -> match.getConfidence() == matches.get(0).getConfidence())
                .toList();
        return likeliest.stream()
                .filter(match -> charset(match)
                        .filter(charset -> isShown(language(match), new String(bytes, charset)))
                        .isPresent())
                .findFirst()
                .or(() -> likeliest.stream()
                        .filter(match -> !SHOWN.contains(language(match)))
                        .findFirst())
                .or(() -> likeliest.stream().findFirst());
    }

    private static String language(CharsetMatch match) {
        return match.getLanguage() == null ? "" : match.getLanguage();
    }

    /** Japanese has kana, and Korean is written with few Chinese characters. */
    private static boolean isShown(String language, String text) {
        return switch (language) {
            case "ja" -> count(text, UnicodeScript.HIRAGANA) + count(text, UnicodeScript.KATAKANA) > 0;
            case "ko" -> count(text, UnicodeScript.HANGUL) > 4 * count(text, UnicodeScript.HAN);
            default -> false;
        };
    }

    private static long count(String text, UnicodeScript script) {
        return text.codePoints().filter(c -> UnicodeScript.of(c) == script).count();
    }

    /**
     * The stretches between marks and line ends that are not plain ASCII: of a feed most is, and would drown them. In no
     * charset that is looked for can these delimiters be a part of a character.
     */
    private static byte[] telling(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int start = 0;
        boolean found = false;
        for (int i = 0; i <= bytes.length && out.size() < MOST_BYTES; i++) {
            if (i == bytes.length || bytes[i] == '<' || bytes[i] == '>' || bytes[i] == '\n') {
                if (found) {
                    out.write(bytes, start, i - start);
                    out.write('\n');
                }
                start = i + 1;
                found = false;
            } else {
                found |= bytes[i] < 0;
            }
        }
        return out.toByteArray();
    }

    private static int lettersBeyondAscii(byte[] bytes) {
        BitSet letters = new BitSet();
        for (byte b : bytes) {
            if (b < 0) {
                letters.set(b & 0xff);
            }
        }
        return letters.cardinality();
    }

    /** The charset of a match, or the larger one that stands for it in practice (WHATWG Encoding, section 4.2). */
    private static Optional<Charset> charset(CharsetMatch match) {
        String name = switch (match.getName()) {
            case "ISO-8859-1" -> "windows-1252";
            case "ISO-8859-8", "ISO-8859-8-I" -> "windows-1255";
            case "ISO-8859-9" -> "windows-1254";
            case "Shift_JIS" -> "windows-31j";
            case "EUC-KR" -> "x-windows-949";
            case "Big5" -> "Big5-HKSCS";
            default -> match.getName();
        };
        return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }
}
