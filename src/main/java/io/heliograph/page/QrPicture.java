package io.heliograph.page;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG, drawn black on white whatever the page's colours: many cameras read no other. */
final class QrPicture {

    /** Modules of white around the code (ISO/IEC 18004, section 6.3.8). */
    private static final int QUIET = 4;

    private QrPicture() {}

    /**
     * The code of a text.
     *
     * @param label what it is, for those who cannot see it
     */
    static Markup of(String text, String label) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        String side = Integer.toString(code.size + 2 * QUIET);
        Markup white = new Markup("").in("rect", "width", side, "height", side, "fill", "#fff");
        Markup black = new Markup("").in("path", "d", path.toString());
        return new Markup(white.html() + black.html())
                .in("svg", "class", "qr", "role", "img", "aria-label", label, "viewBox", "0 0 " + side + " " + side);
    }
}
