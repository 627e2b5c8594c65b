package io.heliograph;

import io.heliograph.article.Draft;
import io.heliograph.article.Href;
import io.heliograph.config.GatewayConfig;
import io.heliograph.config.InvalidConfig;
import io.heliograph.config.SiteSettings;
import io.heliograph.media.MediaLibrary;
import io.heliograph.media.MediaSettings;
import io.heliograph.media.PictureMirror;
import io.heliograph.origin.EntryProblem;
import io.heliograph.origin.Gathered;
import io.heliograph.origin.Origin;
import io.heliograph.outbound.Fetcher;
import io.heliograph.outbound.Resolver;
import io.heliograph.store.OriginState;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an origin would give, and what is wrong with it. Keeps nothing. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows the articles that a feed or folder would give, and what is wrong with each entry.")
final class FetchCommand implements Callable<Integer> {

    private static final int TITLE_WIDTH = 56;

    @Parameters(paramLabel = "URL_OR_FOLDER", description = "A feed's URL, or a folder of articles.")
    private String origin = "";

    @Option(names = "--json", description = "Writes JSON instead of a table.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        GatewayConfig config;
        try {
            config = GatewayConfig.of(origin, List.of("http://localhost"), List.of(), InstantSource.system());
        } catch (InvalidConfig e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        Path shelf = Files.createTempDirectory("heliograph-fetch-");
        Vertx vertx = Vertx.vertx();
        try {
            Gathered gathered = gather(vertx, config, shelf);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(asJson(gathered).encodePrettily());
            } else {
                table(gathered, out);
            }
            return ExitCode.GOOD;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            err.println("heliograph: " + origin + ": " + cause.getMessage());
            return ExitCode.FAILURE;
        } catch (TimeoutException e) {
            err.println("heliograph: " + origin + ": not done within two minutes");
            return ExitCode.FAILURE;
        } finally {
            vertx.close();
            remove(shelf);
        }
    }

    private static Gathered gather(Vertx vertx, GatewayConfig config, Path shelf)
            throws ExecutionException, TimeoutException, InterruptedException {
        InstantSource clock = InstantSource.system();
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("fetch", 2, 10, TimeUnit.MINUTES);
        Fetcher fetcher = new Fetcher(vertx, config.outbound(), Resolver.system(vertx), "Heliograph/" + Version.NUMBER);
        MediaLibrary library = new MediaLibrary(new MediaSettings(shelf, Duration.ofDays(1)));
        SiteSettings settings = config.sites().get(0);
        PictureMirror mirror = new PictureMirror(vertx, fetcher, library, workers, clock);
        Origin of = new Origins(fetcher, library, mirror, Optional.empty(), workers, clock)
                .of(settings.origins().get(0), settings.site());
        return of.gather(OriginState.NEW, Set.of())
                .toCompletionStage()
                .toCompletableFuture()
                .get(120, TimeUnit.SECONDS);
    }

    private static void table(Gathered gathered, PrintWriter out) {
        if (!gathered.title().isEmpty()) {
            out.println(gathered.title());
        }
        out.printf("%-4s %-16s %-" + TITLE_WIDTH + "s %-14s %s%n", "no.", "published", "title", "section", "path");
        int number = 0;
        for (Draft draft : gathered.drafts()) {
            out.printf(
                    "%-4d %-16s %-" + TITLE_WIDTH + "s %-14s %s%n",
                    ++number,
                    draft.published().equals(Draft.UNDATED)
                            ? "no date"
                            : draft.published().toString().substring(0, 16).replace('T', ' '),
                    cut(draft.story().title(), TITLE_WIDTH),
                    cut(draft.story().section(), 14),
                    draft.path().isEmpty() ? "/a/…" : draft.path());
        }
        long leftOut =
                gathered.problems().stream().filter(p -> !p.reason().isTaken()).count();
        long waiting = gathered.waiting(InstantSource.system().instant());
        out.println(number + (number == 1 ? " article, " : " articles, ") + leftOut + " left out"
                + (waiting == 0 ? "" : ", " + waiting + (waiting == 1 ? " waits for its date" : " wait for their date"))
                + ".");
        for (EntryProblem problem : gathered.problems()) {
            out.println((problem.reason().isTaken() ? "  taken, but " : "  left out: ") + problem.where() + ": "
                    + problem.detail());
        }
    }

    private static JsonObject asJson(Gathered gathered) {
        JsonArray articles = new JsonArray();
        for (Draft draft : gathered.drafts()) {
            JsonObject article = new JsonObject()
                    .put("id", draft.sourceId())
                    .put("title", draft.story().title())
                    .put("link", draft.link())
                    .put("path", draft.path())
                    .put(
                            "published",
                            draft.published().equals(Draft.UNDATED)
                                    ? null
                                    : draft.published().toString())
                    .put(
                            "updated",
                            draft.updated().equals(Draft.UNDATED)
                                    ? null
                                    : draft.updated().toString())
                    .put("section", draft.story().section())
                    .put("tags", new JsonArray(draft.story().tags()))
                    .put(
                            "authors",
                            new JsonArray(draft.story().authors().stream()
                                    .map(a -> a.name())
                                    .toList()))
                    .put("language", draft.story().language())
                    .put("summary", draft.story().summary())
                    .put("html", draft.story().html().replace(String.valueOf(Href.OPEN_HOST), ""))
                    .put("images", draft.story().images().size())
                    .put(
                            "media",
                            draft.story().media().size() + draft.story().live().size());
            articles.add(article);
        }
        JsonArray problems = new JsonArray();
        for (EntryProblem problem : gathered.problems()) {
            problems.add(new JsonObject()
                    .put("entry", problem.where())
                    .put("reason", problem.reason().name().toLowerCase(Locale.ROOT))
                    .put("taken", problem.reason().isTaken())
                    .put("detail", problem.detail()));
        }
        return new JsonObject()
                .put("title", gathered.title())
                .put("language", gathered.language())
                .put("waiting", gathered.waiting(InstantSource.system().instant()))
                .put("articles", articles)
                .put("problems", problems);
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
