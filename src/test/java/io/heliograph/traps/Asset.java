package io.heliograph.traps;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a server of the site answers for one path, whatever the query.
 *
 * @param fields names and values by turns
 * @param body as it is before any coding
 * @param delivery how the body is sent
 */
record Asset(Server server, String path, int status, List<String> fields, byte[] body, Delivery delivery) {

    /** How a body is sent. */
    enum Delivery {
        WHOLE,
        GZIP,
        DEFLATE,
        BROTLI,
        /** In pieces of a few bytes each, without a length. */
        PIECES
    }

    static Asset of(Server server, String path, String type, byte[] body) {
        return new Asset(server, path, 200, List.of("content-type", type), body, Delivery.WHOLE);
    }

    static Asset of(Server server, String path, String type, String body) {
        return of(server, path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Asset redirect(Server server, String path, int status, String location) {
        return new Asset(server, path, status, List.of("location", location), new byte[0], Delivery.WHOLE);
    }

    Asset by(Delivery how) {
        return new Asset(server, path, status, fields, body, how);
    }

    /** The same with more fields. */
    Asset with(String... more) {
        List<String> all = new java.util.ArrayList<>(fields);
        all.addAll(List.of(more));
        return new Asset(server, path, status, List.copyOf(all), body, delivery);
    }

    Asset as(int other) {
        return new Asset(server, path, other, fields, body, delivery);
    }

    /** The first value of a field; empty if there is none. */
    String field(String name) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals(name)) {
                return fields.get(i + 1);
            }
        }
        return "";
    }

    String url() {
        return server.base() + path;
    }

    boolean isPage() {
        return path.startsWith("/p/");
    }
}
