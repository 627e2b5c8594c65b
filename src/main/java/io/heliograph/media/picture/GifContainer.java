package io.heliograph.media.picture;

import io.heliograph.media.picture.Container.Frame;
import io.heliograph.media.picture.Container.Said;
import java.util.List;

/** Takes GIF files apart (GIF 89a, sections 17 to 27). */
final class GifContainer {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;

    private GifContainer() {}

    static Container open(byte[] bytes) throws BadPicture {
        Cursor in = new Cursor(bytes);
        in.skip(6);
        int width = in.u16le();
        int height = in.u16le();
        int flags = in.u8();
        in.skip(2 + table(flags));
        in.keepFrom(0);
        Frame first = new Frame(0, 0, 0, 0);
        int frames = 0;
        // Some programs forget the trailer.
        while (in.left() > 0) {
            int start = in.position();
            int block = in.u8();
            if (block == TRAILER) {
                break;
            }
            boolean kept = true;
            if (block == IMAGE) {
                Frame frame = new Frame(in.u16le(), in.u16le(), in.u16le(), in.u16le());
                if (frames++ == 0) {
                    first = frame;
                }
                in.skip(table(in.u8()) + 1);
                // A picture of one frame is as large as the frame, whatever the screen is said to be.
                width = Math.max(width, frame.x() + frame.width());
                height = Math.max(height, frame.y() + frame.height());
            } else if (block == EXTENSION) {
                int label = in.u8();
                kept = label == GRAPHIC_CONTROL
                        || label == APPLICATION && (in.at("\u000bNETSCAPE2.0") || in.at("\u000bANIMEXTS1.0"));
            } else {
                throw BadPicture.broken("is damaged");
            }
            for (int size = in.u8(); size > 0; size = in.u8()) {
                in.skip(size);
            }
            if (kept) {
                in.keepFrom(start);
            }
        }
        if (frames == 0 || !first.isWithin(width, height)) {
            throw BadPicture.broken("holds no picture");
        }
        in.keep(new byte[] {TRAILER});
        return new Container(
                PictureFormat.GIF,
                width,
                height,
                1,
                frames > 1,
                first,
                in.kept(),
                new Said(List.of(), List.of(), List.of()),
                new byte[0]);
    }

    /** Bytes of the colour table that these flags announce. */
    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }
}
