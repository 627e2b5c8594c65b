package io.heliograph.article;

import java.net.IDN;

/**
 * A domain name in any script, in the letters of ASCII.
 *
 * <p>The JDK knows the rules of IDNA 2003 (RFC 3490) alone. Four letters of theirs mean something else in IDNA 2008 and
 * in browsers (UTS #46, section 7): where one occurs, the two lead to different names and may lead to different owners,
 * so such a name is refused rather than guessed. So is one with a letter that came after Unicode 3.2. Either can be
 * written in its {@code xn--} form.
 */
public final class DomainName {

    private static final String ADVICE = ": write the name in its xn-- form";

    private DomainName() {}

    /**
     * A name in ASCII; one that is already stays as it is.
     *
     * @param name labels with dots between them; a port after it stays, too
     * @throws IllegalArgumentException if it has none; the message says what to do, as the end of a sentence on a URL
     */
    public static String ascii(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        for (int i = 0; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case '\u00df', '\u03c2' ->
                    throw new IllegalArgumentException("has the letter " + name.charAt(i)
                            + " in its name, which old and new rules for domain names read differently" + ADVICE);
                case '\u200c', '\u200d' ->
                    throw new IllegalArgumentException(
                            "has a joiner in its name, which old and new rules for domain names read differently"
                                    + ADVICE);
                default -> {
                    // Read alike by both.
                }
            }
        }
        String ascii;
        try {
            ascii = IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has a name that cannot be put into ASCII here" + ADVICE, e);
        }
        // Some letters, such as the sign for "care of", come apart into what would end the name and begin a path.
        if (delimiters(ascii) != delimiters(name)) {
            throw new IllegalArgumentException("has a letter in its name that no name has" + ADVICE);
        }
        return ascii;
    }

    private static long delimiters(String text) {
        return text.chars().filter(c -> "/?#@:[]\\% ".indexOf(c) >= 0).count();
    }
}
