package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** A market stall with a striped awning, lit from inside. */
final class Stall {

    private static final Color AMBER = Hue.of(0xffcb77);
    private static final Color SHADE = Hue.of(0x1a2140);

    private Stall() {}

    /** A stall with its keeper, standing on (x, y). */
    static void draw(Ink ink, double x, double y, double size, Color cloth, boolean small) {
        ink.placed(x, y, size, 0, p -> {
            p.glow(0, -70, 190, 120, AMBER, 0.55);
            p.box(-92, -118, 184, 112, Ink.fade(0, -118, 0, 0, Hue.of(0xffd894), Hue.of(0xd98d5b)));
            for (int i = 0; i < 5; i++) {
                double bx = -72 + i * 36;
                p.box(bx - 14, -96, 28, 5, Hue.of(0x8a5145));
                for (int k = 0; k < 3; k++) {
                    p.dot(bx - 9 + k * 9, -101, 4.6, Hue.of(new int[] {0xc8553f, 0x6f8f4a, 0xe7b04b}[(i + k) % 3]));
                }
            }
            p.placed(
                    small ? -30 : 34,
                    0,
                    1,
                    0,
                    q -> Folk.person(q, Hue.of(0x5a4a6a), Hue.of(0xd9a184), Hue.of(0xe7c7a0), small ? 7 : 12));
            p.box(-98, -46, 196, 50, Ink.fade(0, -46, 0, 4, Hue.of(0x7c4a4c), Hue.of(0x3c2d50)));
            for (int i = 0; i < 6; i++) {
                p.box(-90 + i * 31, -60, 26, 15, Hue.of(0x9c6350));
                for (int k = 0; k < 4; k++) {
                    p.dot(
                            -85 + i * 31 + k * 6,
                            -61,
                            4.4,
                            Hue.of(new int[] {0xe08a45, 0xa53b47, 0x7fa05a, 0xf0c566, 0xb9668a}[(i * 2 + k / 3) % 5]));
                }
            }
            p.line(-100, 6, -100, -130, 5, SHADE);
            p.line(100, 6, 100, -130, 5, SHADE);
            for (int i = 0; i < 10; i++) {
                double a = -112 + i * 22.4;
                double b = -92 + i * 18.4;
                Color c = i % 2 == 0 ? cloth : Hue.of(0xf2dfd0);
                Path2D strip = new Path2D.Double();
                strip.moveTo(b, -172);
                strip.lineTo(b + 18.4, -172);
                strip.lineTo(a + 22.4, -120);
                strip.quadTo(a + 11.2, -104, a, -120);
                strip.closePath();
                p.fill(strip, Ink.fade(0, -172, 0, -106, Hue.dark(c, 0.12), Hue.dark(c, 0.42)));
            }
            p.fill(
                    Ink.blob(-96, -170, -60, -180, 0, -177, 60, -181, 96, -170, 50, -162, 0, -166, -50, -161),
                    Hue.of(0xe6dcf0));
            p.glow(0, -110, 70, 34, Hue.of(0xfff0c0), 0.8);
        });
    }
}
