package io.heliograph.rewrite;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Character references as attributes have them (HTML Standard, named character reference state). Of the named ones, those
 * that stand for a character of ASCII and those of Latin letters are known: no other can be in the part of a URL that is
 * looked at.
 */
final class CharacterReferences {

    private static final int LONGEST_NAME = 24;

    /** Windows-1252 in place of the controls from U+0080 on. */
    private static final String C1 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    /** Names that are known without the semicolon, too, unless a letter, a digit or an equals sign follows. */
    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                    + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                    + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc"
                    + " Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
                    + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash"
                    + " ugrave uacute ucirc uuml yacute thorn yuml";

    private static final Map<String, Integer> LEGACY = legacy();

    private static final Map<String, Integer> STRICT = Map.ofEntries(
            Map.entry("Tab", 9),
            Map.entry("NewLine", 10),
            Map.entry("excl", 33),
            Map.entry("num", 35),
            Map.entry("dollar", 36),
            Map.entry("percnt", 37),
            Map.entry("apos", 39),
            Map.entry("lpar", 40),
            Map.entry("rpar", 41),
            Map.entry("ast", 42),
            Map.entry("midast", 42),
            Map.entry("plus", 43),
            Map.entry("comma", 44),
            Map.entry("period", 46),
            Map.entry("sol", 47),
            Map.entry("colon", 58),
            Map.entry("semi", 59),
            Map.entry("equals", 61),
            Map.entry("quest", 63),
            Map.entry("commat", 64),
            Map.entry("lsqb", 91),
            Map.entry("lbrack", 91),
            Map.entry("bsol", 92),
            Map.entry("rsqb", 93),
            Map.entry("rbrack", 93),
            Map.entry("Hat", 94),
            Map.entry("lowbar", 95),
            Map.entry("UnderBar", 95),
            Map.entry("grave", 96),
            Map.entry("DiacriticalGrave", 96),
            Map.entry("lcub", 123),
            Map.entry("lbrace", 123),
            Map.entry("verbar", 124),
            Map.entry("vert", 124),
            Map.entry("VerticalLine", 124),
            Map.entry("rcub", 125),
            Map.entry("rbrace", 125));

    private CharacterReferences() {}

    private static Map<String, Integer> legacy() {
        HashMap<String, Integer> names = new HashMap<>();
        String[] latin = LATIN.split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            names.put(latin[i], 0xa0 + i);
        }
        names.put("amp", 38);
        names.put("AMP", 38);
        names.put("lt", 60);
        names.put("LT", 60);
        names.put("gt", 62);
        names.put("GT", 62);
        names.put("quot", 34);
        names.put("QUOT", 34);
        names.put("COPY", 0xa9);
        names.put("REG", 0xae);
        return Map.copyOf(names);
    }

    /** An attribute's value with its references decoded; the same text if it has none. */
    static Text decoded(Text value) {
        return decoded(value, true);
    }

    /** Text of XML with its references decoded; names that only HTML knows stay. */
    static Text decodedXml(Text value) {
        return decoded(value, false);
    }

    private static Text decoded(Text value, boolean html) {
        int length = value.length();
        int ampersand = value.find('&', 0, length);
        if (ampersand == length) {
            return value;
        }
        Text.Builder out = new Text.Builder(value, length);
        int i = 0;
        while (i < length) {
            int end =
                    value.at(i) != '&' ? i : value.at(i + 1) == '#' ? number(value, i, out) : name(value, i, out, html);
            if (end == i) {
                out.copy(i, i + 1);
                end++;
            }
            i = end;
        }
        return out.finish(length);
    }

    private static int number(Text text, int at, Text.Builder out) {
        int radix = text.lower(at + 2) == 'x' ? 16 : 10;
        int i = at + (radix == 16 ? 3 : 2);
        int digits = i;
        int point = 0;
        while (Character.digit(text.at(i), radix) >= 0) {
            point = Math.min(0x110000, point * radix + Character.digit(text.at(i++), radix));
        }
        if (i == digits) {
            return at;
        }
        if (point == 0 || point > 0x10ffff || point >= 0xd800 && point <= 0xdfff) {
            point = 0xfffd;
        } else if (point >= 0x80 && point < 0xa0) {
            point = C1.charAt(point - 0x80);
        }
        out.character(point, at);
        return text.at(i) == ';' ? i + 1 : i;
    }

    private static int name(Text text, int at, Text.Builder out, boolean html) {
        int i = at + 1;
        while (i - at <= LONGEST_NAME && isAlphanumeric(text.at(i))) {
            i++;
        }
        String name = text.latin(at + 1, i);
        if (text.at(i) == ';') {
            Integer point = point(name, html);
            if (point != null) {
                out.character(point, at);
                return i + 1;
            }
        }
        if (html && text.at(i) != '=' && LEGACY.containsKey(name)) {
            out.character(LEGACY.get(name), at);
            return i;
        }
        return at;
    }

    private static @Nullable Integer point(String name, boolean html) {
        if (!html) {
            return name.equals("apos") || name.matches("amp|lt|gt|quot") ? point(name, true) : null;
        }
        Integer point = LEGACY.get(name);
        return point == null ? STRICT.get(name) : point;
    }

    private static boolean isAlphanumeric(int c) {
        return (c | 32) >= 'a' && (c | 32) <= 'z' || c >= '0' && c <= '9';
    }
}
