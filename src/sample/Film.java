package sample;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Draws films frame by frame: java -Djava.awt.headless=true sample.Film name width seconds, which writes raw
 * 25 frames a second of red, green, blue bytes to its output. With a folder and seconds as further arguments it
 * writes those single frames there as pictures instead.
 */
public final class Film {

    static final int RATE = 25;

    private Film() {}

    static Scene scene(String name) {
        return switch (name) {
            case "ferry" -> new FerryScene();
            case "square" -> new MarketScene(false);
            case "tide" -> new TideScene();
            case "harbour" -> new PilotScene();
            default -> throw new IllegalArgumentException("No such film: " + name);
        };
    }

    public static void main(String[] args) throws Exception {
        Scene scene = scene(args[0]);
        int width = Integer.parseInt(args[1]);
        int frames = (int) Math.round(Double.parseDouble(args[2]) * RATE);
        Ink ink = new Ink(width);
        if (args.length > 3) {
            for (int i = 4; i < args.length; i++) {
                ink.clear();
                scene.draw(ink, Double.parseDouble(args[i]));
                BufferedImage done = Press.finish(ink.image, 0, 0.2, 1);
                javax.imageio.ImageIO.write(
                        done,
                        "png",
                        Path.of(args[3])
                                .resolve(args[0] + "-" + args[i] + ".png")
                                .toFile());
            }
            return;
        }
        try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
            for (int i = 0; i < frames; i++) {
                ink.clear();
                scene.draw(ink, i / (double) RATE);
                out.write(Press.frame(ink.image, 0.2));
            }
        }
    }
}
