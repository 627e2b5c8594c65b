package io.heliograph.article;

/**
 * How a site's pages look.
 *
 * @param name what stands at the head of every page where it is not the site's title; may be empty
 * @param accent of links and marks, readable on the light page
 * @param logo in place of the name at the head of every page; {@link Logo#NONE} if there is none
 */
public record Theme(String name, Colour accent, Logo logo) {

    /** Least contrast of text that people are to read: WCAG 2.2, success criterion 1.4.3. */
    public static final double LEAST_CONTRAST = 4.5;

    /** The darkest background that stands behind the accent on a light page, and the lightest on a dark one. */
    public static final Colour LIGHT = Colour.parse("#f4f1ea");

    public static final Colour DARK = Colour.parse("#22262b");

    /** Of a site that says nothing of its looks. */
    public static final Theme USUAL = new Theme("", Colour.parse("#1f4f7a"), Logo.NONE);

    private static final Colour WHITE = new Colour(255, 255, 255);

    public Theme {
        name = Text.line(name);
        if (accent.contrast(LIGHT) < LEAST_CONTRAST) {
            throw new IllegalArgumentException("too light to be read on a light page: " + accent.css());
        }
    }

    /** The accent of the dark page: the same colour with just as much white in it as makes it readable there. */
    public Colour accentInTheDark() {
        int percent = 0;
        while (accent.mixed(WHITE, percent).contrast(DARK) < LEAST_CONTRAST) {
            percent++;
        }
        return accent.mixed(WHITE, percent);
    }
}
