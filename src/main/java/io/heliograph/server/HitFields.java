package io.heliograph.server;

import io.heliograph.http.FieldLines;
import io.heliograph.mirror.MirrorAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The header fields of a mirror's hits as Vert.x sends them. The mirror gives the same object to all who ask within a second,
 * so they are made once for each, and Vert.x keeps the bytes of such an unchangeable set. One for each event loop.
 */
final class HitFields {

    /** Hits of more than so many different answers within a second are not worth the memory. */
    private static final int MOST = 1_000;

    private final IdentityHashMap<FieldLines, MultiMap> sets = new IdentityHashMap<>();
    private final IdentityHashMap<FieldLines, List<CharSequence>> lines = new IdentityHashMap<>();
    private long second;

    /** Gives a response the status and the fields of a hit. */
    void set(HttpServerResponse response, MirrorAnswer.Hit hit) {
        long now = System.currentTimeMillis() / 1000;
        if (now != second || sets.size() + lines.size() >= MOST) {
            sets.clear();
            lines.clear();
            second = now;
        }
        response.setStatusCode(hit.status());
        MultiMap fields = response.headers();
        if (hit.length() >= 0) {
            fields.setAll(sets.computeIfAbsent(hit.fields(), made -> set(made, hit.length())));
            return;
        }
        // Of what has no content, Vert.x takes fields out, and would copy a set for that.
        List<CharSequence> all = lines.computeIfAbsent(hit.fields(), HitFields::lines);
        for (int i = 0; i < all.size(); i += 2) {
            fields.add(all.get(i), all.get(i + 1));
        }
    }

    private static MultiMap set(FieldLines said, long length) {
        MultiMap fields = HttpHeaders.headers();
        List<CharSequence> all = lines(said);
        for (int i = 0; i < all.size(); i += 2) {
            fields.add(all.get(i), all.get(i + 1));
        }
        fields.set(Fields.CONTENT_LENGTH, HttpHeaders.createOptimized(Long.toString(length)));
        return fields.copy(false);
    }

    private static List<CharSequence> lines(FieldLines said) {
        List<CharSequence> all = new ArrayList<>();
        said.forEach(line -> {
            all.add(HttpHeaders.createOptimized(line.name()));
            all.add(HttpHeaders.createOptimized(line.value()));
        });
        return all;
    }
}
