package io.heliograph.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a stored response stale (RFC 9111, sections 4.3.5 and 4.4), as visitors meet it. */
class InvalidationRulesTest {

    private static final String FRESH = "max-age=1000";

    @TempDir
    static Path directory;

    private static MirrorFixture mirror;

    @BeforeAll
    static void start() {
        mirror = new MirrorFixture(directory, "sites.0.mirror.methods=[GET, HEAD, POST, M-SEARCH]");
    }

    @AfterAll
    static void stop() {
        mirror.close();
    }

    @ParameterizedTest
    @CsvSource({"10, W/\"v1\", 2", "4, \"v1\", 1", "4, \"v2\", 2"})
    @DisplayName(
            "RFC 9111, section 4.3.5: the answer to a HEAD that is about something else makes what is stored stale")
    void head_settlesWhatIsStored(String length, String tag, int asked) {
        String path = "/settled-" + length + Math.abs(tag.hashCode());
        mirror.origin().on(path, request -> {
            request.response().putHeader("cache-control", "max-age=0, stale-while-revalidate=0");
            if (request.method().name().equals("HEAD")) {
                request.response()
                        .putHeader("content-length", length)
                        .putHeader("etag", tag)
                        .putHeader("cache-control", FRESH)
                        .end();
            } else {
                MirrorFixture.answer(request, "body", "etag", "\"v1\"");
            }
        });
        mirror.get(path);

        mirror.ask("HEAD", path);
        mirror.get(path);

        long gets = mirror.origin().asked().stream()
                .filter(a -> a.uri().equals(path))
                .count();
        assertThat(gets).isEqualTo(asked + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "M-SEARCH"})
    @DisplayName(
            "RFC 9111, section 4.4: what may change something invalidates its target, known or not, and what it names")
    void unsafeMethod_invalidatesWhatItNames(String method) {
        String path = "/unsafe-" + method;
        List<String> all = List.of(path, path + "-location", path + "-content", path + "-other");
        all.forEach(one -> mirror.serve(one, "body", "cache-control", FRESH));
        all.forEach(mirror::get);
        mirror.serve(
                path,
                "done",
                "location",
                mirror.origin().url(path + "-location"),
                "content-location",
                path + "-content");

        mirror.ask(method, path, "Content-Length: 0");

        for (String one : all.subList(0, 3)) {
            assertThat(mirror.cacheStatus(one)).as(one).contains("fwd=stale");
        }
        assertThat(mirror.cacheStatus(path + "-other")).contains("hit");
    }

    @Test
    @DisplayName("RFC 9111, section 4.4: an error invalidates nothing, nor does what is named on another server")
    void errorOrAnotherServer_invalidatesNothing() {
        mirror.serve("/kept", "body", "cache-control", FRESH);
        mirror.get("/kept");
        mirror.origin().on("/change", request -> {
            request.response().putHeader("location", "http://other.example/kept");
            MirrorFixture.answer(request, "");
        });
        mirror.ask("POST", "/change", "Content-Length: 0");
        mirror.origin()
                .on("/kept", request -> request.response().setStatusCode(500).end());

        mirror.ask("POST", "/kept", "Content-Length: 0");

        assertThat(mirror.cacheStatus("/kept")).contains("hit");
    }

    @Test
    @DisplayName(
            "RFC 9875, section 3: an unsafe request invalidates groups, and what was invalidated stands in for nothing")
    void groups_areInvalidatedByUnsafeRequests() {
        mirror.serve("/in-group", "body", "cache-control", FRESH, "cache-groups", "\"ferries\", \"a b\"");
        mirror.serve("/outside", "body", "cache-control", FRESH, "cache-groups", "\"trams\"");
        mirror.get("/in-group");
        mirror.get("/outside");
        mirror.serve("/touch", "done", "cache-group-invalidation", "\"a b\"");
        mirror.get("/touch");
        assertThat(mirror.cacheStatus("/in-group")).contains("hit");

        mirror.ask("POST", "/touch", "Content-Length: 0");

        assertThat(mirror.cacheStatus("/outside")).contains("hit");
        mirror.origin()
                .on(
                        "/in-group",
                        request -> request.response().setStatusCode(503).end());
        assertThat(mirror.get("/in-group").status()).isEqualTo(503);
    }
}
