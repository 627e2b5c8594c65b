package io.heliograph.outbound;

import io.heliograph.outbound.FetchFailure.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip (RFC 1952), counting. The HTTP client's own decoder does not look at the check sum at the end, so it takes
 * what was broken off for whole, and it unpacks codings that nobody asked for.
 */
final class Gzip {

    private Gzip() {}

    /**
     * What was packed. Blocks.
     *
     * @param from names the sender for the operator
     * @throws FetchFailure if it is more than {@code mostBytes}, no gzip, or not whole
     */
    static byte[] unpack(byte[] packed, long mostBytes, String from) throws FetchFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 2);
        byte[] part = new byte[8192];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 8192)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                if (out.size() + (long) n > mostBytes) {
                    throw new FetchFailure(Reason.TOO_LARGE, from + " sent more than " + mostBytes + " bytes");
                }
                out.write(part, 0, n);
            }
        } catch (IOException e) {
            throw new FetchFailure(Reason.PROTOCOL, from + " sent broken gzip: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }
}
