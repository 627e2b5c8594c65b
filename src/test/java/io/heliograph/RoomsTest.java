package io.heliograph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The rooms and who may name whom, the library fences, and what nobody does: docs/decisions.md says why. */
@AnalyzeClasses(packages = "io.heliograph", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "io.heliograph";

    private static final Map<String, List<String>> MAY_NAME = Map.ofEntries(
            Map.entry("article", List.of()),
            Map.entry("http", List.of()),
            Map.entry("outbound", List.of("http")),
            Map.entry("rewrite", List.of("http")),
            Map.entry("store", List.of("article")),
            Map.entry("origin", List.of("article", "http", "outbound", "store")),
            Map.entry("feed", List.of("article", "rewrite")),
            Map.entry("page", List.of("article", "feed", "rewrite")),
            Map.entry("representation", List.of("article", "http", "rewrite", "feed", "page", "store")),
            Map.entry("media", List.of("article", "http", "outbound", "rewrite")),
            Map.entry("mirror", List.of("article", "http", "outbound", "rewrite")),
            Map.entry(
                    "server",
                    List.of(
                            "article",
                            "http",
                            "outbound",
                            "rewrite",
                            "feed",
                            "page",
                            "representation",
                            "media",
                            "mirror")),
            Map.entry("ops", List.of("feed", "http", "mirror", "origin", "representation", "server", "store")),
            Map.entry(
                    "config",
                    List.of(
                            "article",
                            "http",
                            "media",
                            "mirror",
                            "ops",
                            "origin",
                            "outbound",
                            "representation",
                            "server",
                            "store")));

    /** Which rooms a library's packages may be named in; Gateway, Main and the commands beside them make up the root. */
    private static final Map<String, List<String>> FENCES = Map.ofEntries(
            Map.entry(
                    "io.vertx..",
                    List.of("outbound", "origin", "representation", "media", "mirror", "server", "ops", "")),
            Map.entry("io.vertx.ext.web..", List.of("ops")),
            Map.entry("com.rometools..", List.of("origin")),
            Map.entry("org.jdom2..", List.of("origin")),
            Map.entry("com.github.benmanes.caffeine..", List.of("representation", "mirror")),
            Map.entry("java.sql..", List.of("store")),
            Map.entry("org.sqlite..", List.of("store")),
            Map.entry("org.jsoup..", List.of("origin")),
            Map.entry("org.commonmark..", List.of("origin")),
            Map.entry("org.snakeyaml..", List.of("config", "origin")),
            Map.entry("com.fasterxml.jackson..", List.of("store", "feed.profile")),
            Map.entry("io.micrometer..", List.of("ops")),
            Map.entry("io.prometheus..", List.of("ops")),
            Map.entry("picocli..", List.of("")),
            Map.entry("ch.qos.logback..", List.of("")),
            Map.entry("gg.jte..", List.of("page")),
            Map.entry("com.ibm.icu..", List.of("origin", "page")),
            Map.entry("io.nayuki.qrcodegen..", List.of("page")),
            Map.entry("com.aayushatharva.brotli4j..", List.of("representation", "mirror")),
            Map.entry("com.github.luben.zstd..", List.of("representation", "mirror")),
            Map.entry("com.twelvemonkeys..", List.of("media")),
            Map.entry("com.drew..", List.of("media")),
            Map.entry("javax.imageio..", List.of("media")));

    @ArchTest
    static void rooms_nameOnlyThoseTheyMay(JavaClasses classes) {
        MAY_NAME.forEach((room, others) -> {
            List<String> allowed = new ArrayList<>();
            allowed.add(packages(room));
            others.forEach(other -> allowed.add(packages(other)));
            classes()
                    .that()
                    .resideInAPackage(packages(room))
                    .should()
                    .onlyDependOnClassesThat(outsideOrIn(allowed))
                    .because("the room " + room + " may name " + others)
                    .check(classes);
        });
    }

    @ArchTest
    static void libraries_stayBehindTheirFences(JavaClasses classes) {
        FENCES.forEach((library, rooms) -> {
            String[] allowed = rooms.stream()
                    .map(room -> room.isEmpty() ? ROOT : packages(room))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "..")
                    .and()
                    .resideOutsideOfPackages(allowed)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .because(library + " is for " + rooms)
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule rooms_makeNoCircle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule representations_useVertxBuffersAndFieldsAlone = classes()
            .that()
            .resideInAPackage(packages("representation"))
            .should()
            .onlyDependOnClassesThat(new DescribedPredicate<>("no Vert.x but buffers and header values") {
                @Override
                public boolean test(JavaClass c) {
                    return !c.getPackageName().startsWith("io.vertx")
                            || c.getPackageName().equals("io.vertx.core.buffer")
                            || c.getSimpleName().equals("HttpHeaders");
                }
            });

    @ArchTest
    static final ArchRule vertx_isUsedByItsPublicFace =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.vertx..impl..", "io.vertx..internal..");

    @ArchTest
    static final ArchRule names_areOfTheField = noClasses()
            .should()
            .haveNameMatching(".*\\.(Abstract\\w*|\\w*(Manager|Helper|Util|Utils|Impl|Base|Common))")
            .orShould()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");

    /** What would stop an event loop. Workers are told to do it; only the ends of the program wait. */
    @ArchTest
    static final ArchRule nobody_waits = noClasses()
            .that()
            .doNotHaveSimpleName("Gateway")
            .and()
            .doNotHaveSimpleName("ServeCommand")
            .and()
            .doNotHaveSimpleName("FetchCommand")
            .should()
            .callMethod(CompletableFuture.class, "join")
            .orShould()
            .callMethod(CompletableFuture.class, "get")
            .orShould()
            .callMethod(CompletableFuture.class, "get", long.class, TimeUnit.class)
            .orShould()
            .callMethod(CountDownLatch.class, "await")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Object.class, "wait");

    /** Files are opened on workers, by the one class that serves them. */
    @ArchTest
    static final ArchRule server_touchesNoFiles = noClasses()
            .that()
            .resideInAPackage(packages("server"))
            .and()
            .haveNameNotMatching(".*\\.MediaHandler(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.io..");

    /** A body that is taken whole is as large as the other side likes. */
    @ArchTest
    static final ArchRule fetcher_countsWhileItStreams =
            noClasses().that().resideInAPackage(ROOT + "..").should().callMethod(HttpClientResponse.class, "body");

    @ArchTest
    static void rooms_areAllKnown(JavaClasses classes) {
        List<String> found = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split(Pattern.quote("."), 2)[0])
                .distinct()
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_NAME.keySet());
    }

    private static String packages(String room) {
        return ROOT + "." + room + "..";
    }

    private static DescribedPredicate<JavaClass> outsideOrIn(List<String> allowed) {
        return new DescribedPredicate<>("in " + allowed + " or not ours") {
            @Override
            public boolean test(JavaClass c) {
                return !c.getPackageName().startsWith(ROOT)
                        || allowed.stream().anyMatch(p -> (c.getPackageName() + ".").startsWith(p.replace("..", ".")));
            }
        };
    }
}
