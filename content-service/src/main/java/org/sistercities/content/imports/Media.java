package org.sistercities.content.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of an archive, found by what texts call them: by their path below the folder their system keeps uploads in; those in no
 * such folder by their name, if only one has it.
 */
final class Media {
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|webp|gif|svg|avif|heic|bmp|tiff?)");
    private static final Pattern UPLOADS = Pattern.compile("(?i)(?:^|/)(?:wp-content/uploads|uploads|content/images)/");
    private static final Pattern SIZED = Pattern.compile("-(?:\\d{1,5}x\\d{1,5}|scaled)(?=\\.\\w{1,5}$)");
    private static final Pattern SIZE_FOLDER = Pattern.compile("^size/[wh\\d]{1,12}/(?:format/\\w{1,8}/)?");

    private final Map<String, String> byPath = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    Media(Stream<String> entries) {
        entries.filter(name -> PICTURE.matcher(name).matches()).forEach(this::enter);
    }

    private void enter(String entry) {
        var path = below(entry);
        if (path != null) byPath.putIfAbsent(key(path), entry);
        else byName.merge(key(name(entry)), entry, (_, _) -> ""); // two of a name: neither
    }

    /** The entry that is meant, if it came along. */
    Optional<String> find(String reference) {
        var path = Address.path(reference);
        var below = below(path);
        if (below == null) return named(path);
        var wanted = SIZE_FOLDER.matcher(below).replaceFirst("");
        return Stream.of(key(wanted), unsized(wanted))
                .filter(byPath::containsKey)
                .map(byPath::get)
                .findFirst()
                .or(() -> named(path));
    }

    private Optional<String> named(String path) {
        return Optional.ofNullable(byName.get(key(name(path)))).filter(entry -> !entry.isEmpty());
    }

    private static @Nullable String below(String path) {
        var folder = UPLOADS.matcher(path);
        return folder.find() ? path.substring(folder.end()) : null;
    }

    /** The whole picture a smaller one was made of. */
    private static String unsized(String path) {
        return key(SIZED.matcher(path).replaceFirst(""));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
