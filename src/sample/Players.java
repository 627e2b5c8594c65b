package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Musicians who sit, and the instruments of the fiddle family. */
final class Players {

    private static final Color WARM = Hue.of(0xffd690);
    private static final Color SKIN = Hue.of(0xd99a78);

    private Players() {}

    /** A member of the fiddle family: body from y = 0 up, about 150 long with its neck. */
    static void fiddle(Ink p, Color wood) {
        p.fill(Ink.poly(-4, -58, 4, -58, 3, -128, -3, -128), Hue.of(0x2a1620));
        p.dot(0, -132, 6, Hue.dark(wood, 0.5));
        Path2D body = Ink.blob(
                0, 0, -24, -6, -29, -22, -17, -36, -22, -54, -10, -64, 0, -66, 10, -64, 22, -54, 17, -36, 29, -22, 24,
                -6);
        p.fill(body, Ink.fade(-28, 0, 28, 0, Hue.light(wood, 0.35), wood, Hue.dark(wood, 0.45)));
        p.grain(body, Hue.of(0x3b1620), -6, -30, 32, -20, 0.6);
        p.line(body, 1.4, Hue.of(0x5a2620));
        for (int s = -1; s <= 1; s += 2) {
            p.line(Ink.curve(s * 10, -44, s * 8, -36, s * 11, -28), 1.8, Hue.of(0x2a1620));
        }
        p.box(-7, -26, 14, 2.6, Hue.of(0x2a1620));
        p.fill(Ink.poly(-4, -22, 4, -22, 6, -6, -6, -6), Hue.of(0x2a1620));
    }

    /** Someone on a stool, facing right; feet at y. */
    static void sitter(Ink p, double x, double y, Color cloth, int dress, double s) {
        p.placed(x, y, s, 0, q -> {
            Color dark = Hue.dark(cloth, 0.4);
            q.box(-24, -56, 40, 7, Hue.of(0x140c1e));
            q.line(-18, -50, -22, 0, 4, Hue.of(0x140c1e));
            q.line(10, -50, 14, 0, 4, Hue.of(0x140c1e));
            q.line(Ink.curve(-4, -60, 30, -64, 40, -50, 38, -6), 17, dark);
            q.fill(Ink.blob(30, -6, 52, -5, 54, 1, 30, 1), Hue.of(0x140c1e));
            Path2D torso = new Path2D.Double();
            torso.moveTo(-22, -52);
            torso.curveTo(-26, -90, -18, -116, 0, -124);
            torso.curveTo(18, -120, 18, -90, 16, -52);
            torso.closePath();
            q.fill(torso, Ink.fade(-24, 0, 18, 0, dark, cloth, Hue.light(cloth, 0.16)));
            q.line(Ink.curve(2, -122, 14, -112, 16, -90), 2, Hue.alpha(WARM, 0.6));
            q.box(-2, -132, 9, 12, Hue.dark(SKIN, 0.2));
            q.oval(4, -142, 11, 13.5, SKIN);
            q.fill(
                    Ink.blob(-9, -134, -10, -148, -2, -158, 10, -157, 14, -149, 4, -149, -1, -140),
                    dress < 0 ? Hue.of(0x2a1620) : Hue.of(0x8a4a2c));
        });
    }
}
