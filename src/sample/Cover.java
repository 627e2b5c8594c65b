package sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the podcast's square picture and the strip that partners put over articles: java sample.Cover <folder>. */
public final class Cover {

    private static final int SIDE = 1400;

    /** Where the great bell hangs, in the scene's own units. */
    private static final double LEFT = 120;

    private static final Color ACCENT = new Color(0x943a0d);
    private static final Color LIGHT = new Color(0xffd27a);

    private Cover() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Ink ink = new Ink((int) Math.round(SIDE * Ink.W / Ink.H));
        new BelfryScene().draw(ink, 7);
        BufferedImage done = Press.finish(ink.image, 0.5, 0.15, 310);
        BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = square.createGraphics();
        g.drawImage(done, (int) Math.round(-LEFT * SIDE / Ink.H), 0, null);
        g.dispose();
        System.out.println("podcast.jpg " + Press.save(square, folder.resolve("podcast.jpg"), 300_000) / 1000 + " kB");
        ImageIO.write(
                strip(Color.WHITE, ACCENT), "png", folder.resolve("strip.png").toFile());
        ImageIO.write(
                strip(new Color(0x22262b), LIGHT),
                "png",
                folder.resolve("strip-dark.png").toFile());
    }

    /** Seven lamps along a line, the middle one lit. */
    private static BufferedImage strip(Color ground, Color line) {
        BufferedImage image = new BufferedImage(700, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(ground);
        g.fillRect(0, 0, 700, 100);
        g.setColor(line);
        g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(30, 92, 670, 92));
        for (int i = 0; i < 7; i++) {
            lamp(g, 80 + i * 90, i == 3, line);
        }
        g.dispose();
        return image;
    }

    private static void lamp(Graphics2D g, double x, boolean lit, Color line) {
        Path2D lantern = new Path2D.Double();
        lantern.moveTo(x - 10, 22);
        lantern.lineTo(x + 10, 22);
        lantern.lineTo(x + 7, 46);
        lantern.lineTo(x - 7, 46);
        lantern.closePath();
        g.setColor(line);
        g.draw(new Line2D.Double(x, 46, x, 92));
        g.draw(new Line2D.Double(x - 6, 15, x + 6, 15));
        if (lit) {
            g.setColor(LIGHT);
            g.fill(lantern);
            g.fill(new Ellipse2D.Double(x - 5, 28, 10, 12));
            g.setColor(line);
        }
        g.draw(lantern);
    }
}
