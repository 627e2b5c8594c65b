package sample;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Bells, hung at the origin. */
final class Bells {

    private Bells() {}

    /** A bronze bell about 130 high and 130 wide, lit from the left. */
    static void bronze(Ink ink) {
        bell(ink, Hue.of(0xf0c678), Hue.of(0xa66f3f), Hue.of(0x46322e));
    }

    static void bell(Ink ink, Color light, Color body, Color dark) {
        ink.box(-9, -8, 18, 20, dark);
        ink.line(0, 90, 4, 128, 5, dark);
        ink.dot(4, 128, 10, Hue.dark(dark, 0.3));
        Path2D shape = new Path2D.Double();
        shape.moveTo(-24, 12);
        shape.curveTo(-34, 16, -34, 60, -44, 86);
        shape.quadTo(-50, 104, -66, 116);
        shape.quadTo(0, 130, 66, 116);
        shape.quadTo(50, 104, 44, 86);
        shape.curveTo(34, 60, 34, 16, 24, 12);
        shape.quadTo(0, 4, -24, 12);
        shape.closePath();
        ink.fill(shape, Ink.fade(-60, 0, 62, 0, Hue.mix(body, light, 0.45), light, body, dark));
        ink.grain(shape, Hue.dark(dark, 0.3), -10, 20, 70, 110, 0.6);
        ink.line(Ink.curve(-36, 58, 0, 66, 36, 58), 2, Hue.alpha(dark, 0.6));
        ink.line(Ink.curve(-38, 65, 0, 73, 38, 65), 1.4, Hue.alpha(dark, 0.5));
        ink.line(Ink.curve(-56, 106, 0, 120, 56, 106), 2.4, Hue.alpha(dark, 0.55));
        ink.line(Ink.curve(-22, 20, -29, 56, -39, 88), 3, Hue.alpha(Hue.light(light, 0.6), 0.55));
    }
}
