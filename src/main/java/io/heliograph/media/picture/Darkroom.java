package io.heliograph.media.picture;

import io.heliograph.media.picture.Developed.Print;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes of a picture's file what is served of it: the picture itself, stripped and no wider than screens are, and smaller
 * ones for smaller screens. The same file gives the same bytes.
 *
 * <p>Decoding takes up to a few hundred megabytes, so only so many pictures are worked on at a time; the others wait.
 */
public final class Darkroom {

    /** Changes whenever the same file would give other bytes: it is part of what names them. */
    public static final int VERSION = 2;

    /** Larger files are refused. */
    public static final long LARGEST_BYTES = 20L << 20;

    private static final int LONGEST_SIDE = 16_384;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int WIDEST = 1920;
    private static final int[] WIDTHS = {1280, 960, 640, 320};

    /** What is encoded anew has at most so many: a strip may be narrow, and yet as high as a house. */
    private static final long MOST_SCALED_PIXELS = 12_000_000;

    /** Larger animations are shown standing still. */
    private static final int LARGEST_ANIMATION = 3 << 20;

    private final Semaphore places;
    private final AtomicLong decoded = new AtomicLong();

    /**
     * A darkroom.
     *
     * @param places how many pictures are worked on at a time
     */
    public Darkroom(int places) {
        this.places = new Semaphore(places);
    }

    /** How many pictures were decoded since the beginning. */
    public long decoded() {
        return decoded.get();
    }

    /**
     * Develops a picture. Blocks, perhaps for seconds.
     *
     * @throws BadPicture if it is none, or too large; the message goes on where a name stands before it
     */
    public Developed develop(byte[] bytes) throws BadPicture {
        if (bytes.length > LARGEST_BYTES) {
            throw new BadPicture(
                    BadPicture.Reason.TOO_LARGE, "is larger than " + (LARGEST_BYTES >> 20) + " MB: " + bytes.length);
        }
        PictureFormat format = PictureFormat.of(bytes)
                .orElseThrow(() -> new BadPicture(
                        BadPicture.Reason.NOT_A_PICTURE,
                        bytes.length == 0 ? "is empty" : "is no JPEG, PNG, GIF or WebP picture, whatever its name"));
        places.acquireUninterruptibly();
        try {
            Container container = format.open(bytes);
            checkBounds(container);
            return develop(container, Notes.of(container.said()));
        } finally {
            places.release();
        }
    }

    private static void checkBounds(Container container) throws BadPicture {
        long pixels = (long) container.width() * container.height();
        if (container.width() > LONGEST_SIDE || container.height() > LONGEST_SIDE || pixels > MOST_PIXELS) {
            throw new BadPicture(
                    BadPicture.Reason.TOO_LARGE,
                    "has " + container.width() + " × " + container.height() + " pixels; at most " + LONGEST_SIDE
                            + " a side and " + MOST_PIXELS / 1_000_000 + " million in all are taken");
        }
    }

    private Developed develop(Container container, Notes notes) throws BadPicture {
        boolean moves = container.animated() && container.stripped().length <= LARGEST_ANIMATION;
        boolean upright = notes.orientation() == 1;
        // What is mixed for printing presses, many readers and devices show in wrong colours, or not at all.
        boolean inks = container.format() == PictureFormat.JPEG && container.bytesPerPixel() > 3;
        boolean asIs = moves || upright && !inks && !container.animated() && container.width() <= WIDEST;
        if (Decoder.isTooMuch(container)) {
            if (!asIs && (!upright || container.animated())) {
                throw new BadPicture(BadPicture.Reason.TOO_LARGE, "has more pixels than can be decoded of its kind");
            }
            return new Developed(List.of(original(container, notes)), notes.caption(), notes.credits());
        }
        decoded.incrementAndGet();
        Decoder decoder = Decoder.decode(container);
        List<Print> prints = new ArrayList<>();
        if (asIs) {
            prints.add(original(container, notes));
        }
        if (!moves) {
            scale(container, decoder, notes, prints);
        }
        return new Developed(prints, notes.caption(), notes.credits());
    }

    private static Print original(Container container, Notes notes) {
        byte[] bytes = container.format() == PictureFormat.JPEG
                ? JpegContainer.captioned(container.stripped(), notes)
                : container.stripped();
        return new Print(container.format(), container.width(), container.height(), bytes);
    }

    /** Adds smaller ones, each made of the one before it; the first of what was decoded. */
    private static void scale(Container container, Decoder decoder, Notes notes, List<Print> prints) {
        boolean turned = notes.orientation() >= 5;
        int width = turned ? container.height() : container.width();
        int height = turned ? container.width() : container.height();
        List<Integer> widths = new ArrayList<>();
        if (prints.isEmpty()) {
            widths.add(
                    (int) Math.min(Math.min(width, WIDEST), Math.sqrt((double) MOST_SCALED_PIXELS * width / height)));
        }
        int below = prints.isEmpty() ? widths.get(0) : width;
        for (int smaller : WIDTHS) {
            if (smaller < below && (long) smaller * height(width, height, smaller) <= MOST_SCALED_PIXELS) {
                widths.add(smaller);
            }
        }
        Rows from = decoder.rows();
        boolean first = true;
        PictureFormat format = PictureFormat.JPEG;
        for (int to : widths) {
            int high = height(width, height, to);
            Pixels pixels = Resampler.resize(from, first && turned ? high : to, first && turned ? to : high);
            if (first) {
                pixels = decoder.profile().map(pixels::converted).orElse(pixels).upright(notes.orientation());
                format = pixels.isTranslucent() ? PictureFormat.PNG : PictureFormat.JPEG;
                first = false;
            }
            from = pixels;
            byte[] bytes = Encoder.encode(pixels, format);
            if (format == PictureFormat.JPEG) {
                bytes = JpegContainer.captioned(bytes, notes);
            }
            // A drawing of few colours may take fewer bytes than a smaller copy of it.
            if (prints.isEmpty() || bytes.length < prints.get(0).bytes().length) {
                prints.add(new Print(format, to, high, bytes));
            }
        }
    }

    private static int height(int width, int height, int scaledWidth) {
        return (int) Math.max(1, Math.round((double) height * scaledWidth / width));
    }
}
