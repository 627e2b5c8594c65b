package io.heliograph.mirror;

import io.heliograph.http.FieldLines;
import io.heliograph.mirror.MirrorAnswer.Outcome;
import io.vertx.core.buffer.Buffer;

/**
 * The service worker that every host of a mirror gives to who asks for one (R14): it takes the place of any that was there
 * before, forgets what that kept, and is gone. A worker of the origin would answer for it on a host that it does not know,
 * and go on doing so when the mirror is gone; and one of old times only goes when another comes (Service Workers, Update).
 */
final class LastWorker {

    private static final Buffer SCRIPT = Buffer.buffer("""
            let successor = false;
            self.addEventListener('install', () => {
              successor = Boolean(self.registration.active);
              self.skipWaiting();
            });
            self.addEventListener('activate', event => event.waitUntil((async () => {
              if (successor) {
                await Promise.all((await caches.keys()).map(name => caches.delete(name)));
              }
              await self.registration.unregister();
            })()));
            """);

    /** Whatever scope a page wants the worker to have, it may have. */
    private static final FieldLines FIELDS = FieldLines.of("content-type", "text/javascript")
            .plus("cache-control", "no-store")
            .plus("service-worker-allowed", "/")
            .plus("x-content-type-options", "nosniff");

    private LastWorker() {}

    static MirrorAnswer answer(MirrorRequest request) {
        return new MirrorAnswer.Whole(
                Outcome.PASS, 200, FIELDS, SCRIPT.length(), request.isHead() ? Buffer.buffer() : SCRIPT);
    }
}
