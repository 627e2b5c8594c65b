package io.heliograph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** A store that was there before. */
class StoreOpeningTest extends StoreFixture {

    @Test
    void open_again_hasEverything() {
        save(at("/one", "1", "One"));
        store.close();

        store = JdbcArticleStore.open(new StoreSettings(directory));

        assertThat(found("/one").title()).isEqualTo("One");
        assertThat(store.modified(SITE, "k", "h", NOW)).isEqualTo(NOW);
    }

    @Test
    void open_whileAnotherHasIt_saysSo() {
        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("in use by another gateway");
    }

    @Test
    void open_aStoreOfANewerVersion_saysSo() throws Exception {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("heliograph.db"));
                var statement = connection.createStatement()) {
            statement.execute("insert into schema_version (version) values (999)");
        }

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("newer Heliograph");
    }

    @Test
    void open_whatIsNoDatabase_saysSoAndLeavesItAlone() throws Exception {
        store.close();
        Path file = directory.resolve("heliograph.db");
        Files.deleteIfExists(directory.resolve("heliograph.db-wal"));
        Files.writeString(file, "this is not a database, and longer than a hundred bytes ".repeat(5));

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(directory)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readString(file)).startsWith("this is not a database");
    }

    @Test
    void open_whereAFileIs_saysSo() throws Exception {
        Path file = Files.writeString(directory.resolve("a-file"), "x");

        assertThatThrownBy(() -> JdbcArticleStore.open(new StoreSettings(file)))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("cannot be written");
    }
}
