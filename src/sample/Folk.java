package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** People and birds, as small plain figures. */
final class Folk {

    private Folk() {}

    /** Someone standing in a coat, feet at the origin, 100 units tall; seed picks hat, scarf, bag and pose. */
    static void person(Ink ink, Color coat, Color skin, Color accent, int seed) {
        double lean = Noise.in(-2.5, 2.5, 1, seed);
        double hand = Noise.in(-4, 5, 4, seed);
        boolean dress = Noise.at(3, seed) < 0.45;
        legs(ink, coat, Noise.in(3.5, 6.5, 2, seed));
        ink.line(Ink.curve(-9 + lean, -78, -14, -62, -13 - hand / 2, -45), 6, Hue.dark(coat, 0.15));
        ink.dot(-13 - hand / 2, -42, 3, skin);
        coat(ink, coat, lean, dress ? -20 : -31, dress ? 17 : 12.5);
        ink.line(Ink.curve(9 + lean, -78, 14, -62, 12.5 + hand, -46), 6, Hue.dark(coat, 0.28));
        ink.dot(12.5 + hand, -43, 3, skin);
        head(ink, coat, skin, accent, lean * 1.3, Noise.at(5, seed));
        if (Noise.at(6, seed) < 0.6) {
            scarf(ink, accent, lean);
        }
        if (Noise.at(7, seed) < 0.35) {
            Color bag = Hue.mix(accent, coat, 0.4);
            ink.line(12.5 + hand, -43, 15 + hand, -36, 1.6, Hue.dark(bag, 0.3));
            ink.fill(Ink.blob(9 + hand, -37, 22 + hand, -37, 23 + hand, -24, 8 + hand, -24), bag);
        }
    }

    /** The same figure without arms, for those whose hands are busy. */
    static void busy(Ink ink, Color coat, Color skin, Color accent, double hem, double flare, double hat) {
        legs(ink, coat, 4.5);
        coat(ink, coat, 0, hem, flare);
        head(ink, coat, skin, accent, 0.5, hat);
    }

    private static void legs(Ink ink, Color coat, double step) {
        Color cloth = Hue.dark(coat, 0.5);
        for (int side = -1; side <= 1; side += 2) {
            double x = side * step;
            ink.line(Ink.open(side * 3, -38, x, -5), 6.4, cloth);
            ink.fill(Ink.blob(x - 4, -9, x + 3.4, -9, x + 7.5, -2, x + 5, 1, x - 4, 1), Hue.dark(coat, 0.7));
        }
    }

    private static void coat(Ink ink, Color coat, double lean, double hem, double flare) {
        Path2D body = new Path2D.Double();
        body.moveTo(-4 + lean, -84);
        body.curveTo(-13 + lean, -83, -12 + lean, -66, -flare, hem);
        body.quadTo(0, hem + 3, flare, hem);
        body.curveTo(12 + lean, -66, 13 + lean, -83, 4 + lean, -84);
        body.closePath();
        ink.fill(body, Ink.fade(-flare, 0, flare, 0, Hue.light(coat, 0.1), coat, Hue.dark(coat, 0.3)));
        ink.line(0.6 + lean, -78, 1, hem + 1, 0.9, Hue.alpha(Hue.dark(coat, 0.6), 0.6));
    }

    private static void head(Ink ink, Color coat, Color skin, Color accent, double x, double kind) {
        ink.box(x - 2.6, -88, 5.2, 7, Hue.dark(skin, 0.2));
        ink.oval(x, -92.5, 5.9, 7.2, skin);
        if (kind < 0.35) {
            ink.fill(Ink.blob(x - 7, -93.5, x - 5.6, -100, x, -102.5, x + 5.6, -100, x + 7, -93.5, x, -95.4), accent);
            ink.dot(x, -103, 2.3, Hue.light(accent, 0.3));
        } else if (kind < 0.6) {
            Color felt = Hue.dark(coat, 0.4);
            ink.fill(Ink.blob(x - 6, -95, x - 5, -101, x, -103, x + 5, -101, x + 6, -95, x, -95), felt);
            ink.oval(x, -95.4, 10.4, 1.8, felt);
        } else {
            Color hair = Hue.dark(accent, 0.72);
            ink.fill(
                    Ink.blob(
                            x - 6.8, -88, x - 6.6, -97, x, -100.8, x + 6.6, -97, x + 6.2, -92, x + 1, -96, x - 4.4,
                            -94),
                    hair);
        }
    }

    private static void scarf(Ink ink, Color accent, double lean) {
        ink.line(Ink.curve(-5 + lean, -83.5, lean, -81.5, 5 + lean, -83.5), 4.4, accent);
        ink.line(Ink.open(3 + lean, -81, 5 + lean, -66), 4, Hue.dark(accent, 0.15));
    }

    /** The lamplighter, reaching up with a pole to a lamp at (px, py) in his own measure. */
    static void lamplighter(Ink ink, Color coat, Color skin, Color accent, double px, double py, double stride) {
        legs(ink, coat, 5 + stride);
        ink.line(px * -0.12 + 10, -40, px, py, 2.2, Hue.dark(coat, 0.6));
        ink.glow(px, py, 16, Hue.of(0xffe2a0), 0.8);
        coat(ink, coat, 0, -19, 15);
        ink.line(Ink.curve(-9, -78, 0, -66, 13, -58), 6, Hue.dark(coat, 0.12));
        ink.line(Ink.curve(8, -79, 16, -82, 12 + px * 0.13, -84 + py * 0.06), 6, Hue.dark(coat, 0.28));
        ink.dot(12 + px * 0.13, -84 + py * 0.06, 3, skin);
        head(ink, coat, skin, accent, 1.5, 0.5);
        scarf(ink, accent, 0.5);
    }

    /** A gull seen against the sky, about 60 wide; beat is -1..1. */
    static void gull(Ink ink, Color c, double beat) {
        double up = 14 + 9 * beat;
        Path2D wing = new Path2D.Double();
        wing.moveTo(0, 0);
        wing.curveTo(6, -up * 0.9, 16, -up, 30, -up * 0.35);
        wing.curveTo(18, -up * 0.6, 8, -up * 0.35, 2, 4);
        wing.lineTo(-2, 4);
        wing.curveTo(-8, -up * 0.35, -18, -up * 0.6, -30, -up * 0.35);
        wing.curveTo(-16, -up, -6, -up * 0.9, 0, 0);
        wing.closePath();
        ink.fill(wing, c);
        ink.oval(0, 2, 3, 5, c);
    }

    /** A goose flying to the right, about 130 long; beat is -1 (wings down) .. 1 (up). */
    static void goose(Ink ink, Color body, Color pale, Color head, double beat) {
        double lift = -46 * beat;
        ink.fill(
                Ink.blob(-4, -3, 6, lift * 0.5, -10, lift * 1.05 - 4, -30, lift * 1.25, -24, lift * 0.7, -22, -2),
                Hue.mix(body, pale, 0.22));
        ink.fill(Ink.blob(-46, 2, -30, -8, 0, -10, 24, -6, 30, 0, 20, 8, -6, 12, -32, 8), body);
        ink.fill(Ink.blob(-58, 0, -42, -5, -28, -4, -24, 7, -42, 6), pale);
        ink.fill(Ink.blob(20, -6, 40, -7, 58, -8, 62, -3, 44, 1, 24, 6), head);
        ink.fill(Ink.blob(54, -9, 62, -11, 69, -7, 68, -3, 58, -2), head);
        ink.fill(Ink.poly(67, -7.5, 77, -4, 67, -3), Hue.dark(head, 0.4));
        ink.fill(Ink.blob(34, -6, 40, -6.6, 41, -0.5, 35, 1), pale);
        Path2D wing = new Path2D.Double();
        wing.moveTo(14, -6);
        wing.curveTo(16, lift * 0.5, 4, lift * 0.95, -16, lift * 1.3);
        wing.quadTo(-28, lift * 1.5, -44, lift * 1.48);
        wing.curveTo(-36, lift * 1.1, -34, lift * 0.6, -24, -2);
        wing.quadTo(-4, 4, 14, -6);
        wing.closePath();
        ink.fill(wing, Ink.fade(0, -4, -30, lift * 1.4, Hue.light(body, 0.08), Hue.dark(body, 0.35)));
    }
}
