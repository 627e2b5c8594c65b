package io.heliograph.page;

/** The colours that the stylesheet and what stands outside of it share. */
final class Palette {

    /** Behind the text of a light page. */
    static final String PAPER = "#fffefb";

    /** Behind the text of a dark page. */
    static final String NIGHT = "#16181b";

    private Palette() {}
}
