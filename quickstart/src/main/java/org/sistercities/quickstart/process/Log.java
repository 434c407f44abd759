package org.sistercities.quickstart.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process's log file, read from its end. */
public record Log(Path file) {
    private static final int NEAR_THE_END = 65_536;

    /** The last lines, oldest first, without the stack frames that would hide them; none when there is no log yet. */
    public List<String> tail(int lines) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var start = Math.max(0, log.length() - NEAR_THE_END);
            var bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("\t") && !line.isBlank())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What the process said last, without time, level and logger, and not too much of it. */
    public String lastWords() {
        var last = tail(1);
        if (last.isEmpty()) return "";
        var message = last.getFirst().indexOf(" : ");
        var words = last.getFirst().substring(message < 0 ? 0 : message + 3);
        return words.length() > 90 ? words.substring(0, 89) + "…" : words;
    }
}
