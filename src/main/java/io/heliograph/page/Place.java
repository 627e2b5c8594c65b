package io.heliograph.page;

import gg.jte.Content;
import io.heliograph.article.Host;

/**
 * Where a page is on one host.
 *
 * @param url absolute
 * @param here says, on that host alone, that this is it
 */
public record Place(Host host, String url, Content here) {

    /** The host's QR code. */
    public Content code(Frame frame) {
        return QrPicture.of(host.base() + "/", frame.words("mirrors.qr", host.base()));
    }
}
