package sample;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;

/** A sheet to draw on, in poster units (1600 x 900) whatever its size in pixels, with a printer's few tricks. */
final class Ink {

    static final double W = 1600;
    static final double H = 900;

    final BufferedImage image;
    final Graphics2D g;
    final double scale;

    Ink(int width) {
        this(width, (int) Math.round(width * H / W), width / W);
    }

    private Ink(int width, int height, double scale) {
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        this.scale = scale;
        this.g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.scale(scale, scale);
    }

    /** A sheet for one part of a picture, whose top left corner is at (x, y). */
    static Ink part(double x, double y, double width, double height, double scale) {
        Ink ink = new Ink((int) Math.ceil(width * scale), (int) Math.ceil(height * scale), scale);
        ink.g.translate(-x, -y);
        return ink;
    }

    /** An empty transparent sheet of the same size, with the same turn and shift. */
    Ink layer() {
        Ink other = new Ink(image.getWidth(), image.getHeight(), scale);
        other.g.setTransform(g.getTransform());
        return other;
    }

    void clear() {
        AffineTransform kept = g.getTransform();
        g.setTransform(new AffineTransform());
        g.setComposite(AlphaComposite.Clear);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setComposite(AlphaComposite.SrcOver);
        g.setTransform(kept);
    }

    /** Lays a sheet on this one. */
    void lay(Ink other, double opacity) {
        AffineTransform kept = g.getTransform();
        g.setTransform(new AffineTransform());
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        g.drawImage(other.image, 0, 0, null);
        g.setComposite(AlphaComposite.SrcOver);
        g.setTransform(kept);
    }

    void fill(Shape shape, Paint paint) {
        g.setPaint(paint);
        g.fill(shape);
    }

    void line(Shape shape, double width, Color color) {
        g.setPaint(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void line(double x0, double y0, double x1, double y1, double width, Color color) {
        line(new java.awt.geom.Line2D.Double(x0, y0, x1, y1), width, color);
    }

    void box(double x, double y, double w, double h, Paint paint) {
        fill(new Rectangle2D.Double(x, y, w, h), paint);
    }

    void dot(double x, double y, double r, Paint paint) {
        fill(new Ellipse2D.Double(x - r, y - r, r * 2, r * 2), paint);
    }

    void oval(double x, double y, double rx, double ry, Paint paint) {
        fill(new Ellipse2D.Double(x - rx, y - ry, rx * 2, ry * 2), paint);
    }

    /** Fills a shape from top to bottom with evenly spread colours. */
    void wash(Shape shape, double top, double bottom, Color... colors) {
        fill(shape, fade(0, top, 0, bottom, colors));
    }

    void wash(double top, double bottom, Color... colors) {
        wash(new Rectangle2D.Double(-50, top, W + 100, bottom - top), top, bottom, colors);
    }

    static Paint fade(double x0, double y0, double x1, double y1, Color... colors) {
        if (colors.length == 1) {
            return colors[0];
        }
        float[] at = new float[colors.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = i / (float) (at.length - 1);
        }
        return new LinearGradientPaint(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1), at, colors);
    }

    /** Soft round light. */
    void glow(double x, double y, double radius, Color color, double strength) {
        glow(x, y, radius, radius, color, strength);
    }

    void glow(double x, double y, double rx, double ry, Color color, double strength) {
        if (strength <= 0.004) {
            return;
        }
        float[] at = {0f, 0.12f, 0.3f, 0.55f, 0.8f, 1f};
        double[] fall = {1, 0.72, 0.4, 0.15, 0.035, 0};
        Color[] colors = new Color[at.length];
        for (int i = 0; i < at.length; i++) {
            colors[i] = Hue.alpha(color, strength * fall[i]);
        }
        AffineTransform kept = g.getTransform();
        g.translate(x, y);
        g.scale(1, ry / rx);
        g.setPaint(new RadialGradientPaint(new Point2D.Double(0, 0), (float) rx, at, colors));
        g.fill(new Ellipse2D.Double(-rx, -rx, rx * 2, rx * 2));
        g.setTransform(kept);
    }

    /** Draws something and keeps only what lies inside a shape. */
    void inside(Shape shape, Consumer<Ink> painter) {
        Ink part = layer();
        painter.accept(part);
        Ink mask = layer();
        mask.fill(shape, Color.BLACK);
        part.g.setTransform(new AffineTransform());
        part.g.setComposite(AlphaComposite.DstIn);
        part.g.drawImage(mask.image, 0, 0, null);
        lay(part, 1);
    }

    /** Draws something out of focus. */
    void soft(double radius, Consumer<Ink> painter) {
        Ink part = layer();
        painter.accept(part);
        Press.blur(part.image, radius * scale);
        lay(part, 1);
    }

    /** Sprays dots of a colour inside a shape: none at the first point, dense at the second. */
    void grain(Shape shape, Color color, double x0, double y0, double x1, double y1, double strength) {
        Ink part = layer();
        part.fill(shape, color);
        Rectangle area = g.getTransform().createTransformedShape(shape).getBounds();
        area.grow(2, 2);
        area = area.intersection(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
        Point2D a = g.getTransform().transform(new Point2D.Double(x0, y0), null);
        Point2D b = g.getTransform().transform(new Point2D.Double(x1, y1), null);
        double dx = b.getX() - a.getX();
        double dy = b.getY() - a.getY();
        double length = dx * dx + dy * dy;
        int[] px = ((DataBufferInt) part.image.getRaster().getDataBuffer()).getData();
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                int p = px[y * image.getWidth() + x];
                if (p == 0) {
                    continue;
                }
                double t = ((x - a.getX()) * dx + (y - a.getY()) * dy) / length;
                double want = strength * Noise.ease(Math.max(0, Math.min(1, t)));
                double speck = Noise.smooth(x * 0.62, y * 0.62, 5) * 0.75 + Noise.hash(x, y, 9) * 0.25;
                double keep = Noise.step(-0.28, 0.28, want - speck) * Math.min(1, want * 1.6);
                px[y * image.getWidth() + x] = Press.times(p, keep);
            }
        }
        lay(part, 1);
    }

    /** Draws with another origin, size and turn (degrees). */
    void placed(double x, double y, double size, double turn, Consumer<Ink> painter) {
        AffineTransform kept = g.getTransform();
        g.translate(x, y);
        g.rotate(Math.toRadians(turn));
        g.scale(Math.abs(size), Math.abs(size));
        if (size < 0) {
            g.scale(-1, 1);
        }
        painter.accept(this);
        g.setTransform(kept);
    }

    /** A closed shape with straight sides. */
    static Path2D poly(double... xy) {
        Path2D path = open(xy);
        path.closePath();
        return path;
    }

    static Path2D open(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    /** A smooth line through the given points. */
    static Path2D curve(double... xy) {
        return Curve.through(xy, false);
    }

    /** A smooth closed shape through the given points. */
    static Path2D blob(double... xy) {
        return Curve.through(xy, true);
    }
}
