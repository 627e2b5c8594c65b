package io.heliograph.media.picture;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.photoshop.PhotoshopReader;
import io.heliograph.article.Text;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says of it and is worth keeping.
 *
 * @param caption plain text, as the next two; empty if there is none
 * @param creator who made it
 * @param credit whom to name
 * @param orientation how to turn it to stand upright, from 1 to 8 (Exif 2.32, tag 274); 1 is as it is
 */
record Notes(String caption, String creator, String credit, int orientation) {

    private static final int LONGEST_CAPTION = 2000;
    private static final int LONGEST_NAME = 300;

    /** What cameras and programs write where nobody wrote anything. */
    private static final Set<String> NOISE = Set.of(
            "olympus digital camera",
            "samsung camera pictures",
            "kodak digital still camera",
            "konica minolta digital camera",
            "minolta digital camera",
            "sony dsc",
            "digital camera",
            "default",
            "untitled",
            "image",
            "binary comment");

    Notes {
        caption = words(caption, LONGEST_CAPTION);
        creator = words(creator, LONGEST_NAME);
        credit = words(credit, LONGEST_NAME);
        orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    }

    /** Reads blocks of metadata. What is damaged says nothing. */
    static Notes of(Container.Said said) {
        Metadata metadata = new Metadata();
        for (byte[] exif : said.exif()) {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
        }
        for (byte[] photoshop : said.photoshop()) {
            new PhotoshopReader().extract(new SequentialByteArrayReader(photoshop), photoshop.length, metadata);
        }
        XmpPacket xmp = said.xmp().stream().findFirst().map(XmpPacket::read).orElse(XmpPacket.SILENT);
        Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
        return new Notes(
                first(xmp.description(), text(iptc, IptcDirectory.TAG_CAPTION), text(exif, 0x010e)),
                first(xmp.creator(), text(iptc, IptcDirectory.TAG_BY_LINE), text(exif, 0x013b)),
                first(xmp.credit(), text(iptc, IptcDirectory.TAG_CREDIT), ""),
                orientation(exif));
    }

    /** Creator and credit on one line, each once; empty if nobody is named. */
    String credits() {
        String one = creator.toLowerCase(Locale.ROOT);
        String other = credit.toLowerCase(Locale.ROOT);
        return other.contains(one) ? credit : one.contains(other) ? creator : creator + " / " + credit;
    }

    boolean isSilent() {
        return caption.isEmpty() && creator.isEmpty() && credit.isEmpty();
    }

    /** Caption, creator and credit, and nothing else, as an XMP packet (ISO 16684-1). */
    String packet() {
        return XmpPacket.write(new XmpPacket(caption, creator, credit));
    }

    private static String first(String... texts) {
        return Stream.of(texts)
                .map(Text::line)
                .filter(text -> !text.isEmpty() && !NOISE.contains(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable Directory directory, int tag) {
        String text = directory == null ? null : directory.getString(tag);
        return text == null ? "" : text;
    }

    private static int orientation(@Nullable Directory exif) {
        try {
            return exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (MetadataException e) {
            return 1;
        }
    }

    private static String words(String text, int longest) {
        String line = Text.line(text);
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
