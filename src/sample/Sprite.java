package sample;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.function.Consumer;

/** Something drawn once, sharply, and then moved about: its grain travels with it. */
final class Sprite {

    private final Ink sheet;
    private final double x;
    private final double y;

    /** Covers the local area from (x, y), of the given size, at so many pixels a unit. */
    Sprite(double x, double y, double width, double height, double sharp, Consumer<Ink> painter) {
        this.x = x;
        this.y = y;
        this.sheet = Ink.part(x, y, width, height, sharp);
        painter.accept(sheet);
    }

    void draw(Ink ink, double atX, double atY, double size, double turn) {
        AffineTransform kept = ink.g.getTransform();
        ink.g.translate(atX, atY);
        ink.g.rotate(Math.toRadians(turn));
        ink.g.scale(size, Math.abs(size));
        ink.g.translate(x, y);
        ink.g.scale(1 / sheet.scale, 1 / sheet.scale);
        ink.g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        ink.g.drawImage(sheet.image, 0, 0, null);
        ink.g.setTransform(kept);
    }
}
