package org.sistercities.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_reset_clears_the_data_and_keeps_the_caches_and_what_is_not_ours() throws IOException {
        var data = DataFolder.at(folder);
        var database = write(data.backing().resolve("mongo/mongo.mv.db"));
        var key = write(data.identity().resolve("signing-key.json"));
        var cache = write(data.apps().resolve("gateway/1234/cache.aot"));
        var holidayPhoto = write(folder.resolve("holiday.jpg"));

        data.reset();

        assertThat(database).doesNotExist();
        assertThat(key).doesNotExist();
        assertThat(data.logs()).isEmptyDirectory();
        assertThat(cache).exists();
        assertThat(holidayPhoto).exists();
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "something");
    }
}
