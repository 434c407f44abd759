package org.sistercities.content.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.imports.Refusal.UnsafeArchive;
import org.sistercities.platform.problem.Rejection;

/**
 * What was uploaded: one export file, or an archive with it and the pictures it refers to. Nothing of it is ever written to a path it
 * names, and no more is unpacked than the settings allow, whatever its directory claims.
 */
final class Parcel implements AutoCloseable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Pattern LEADS_OUT = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)|^[/\\\\]|^[A-Za-z]:|\\x00");
    private static final int LARGEST_PICTURE = 15 * 1024 * 1024; // as large as one that is uploaded by itself

    private final Path file;
    private final ImportsProperties limits;
    private final @Nullable ZipFile archive;
    private final Media media;
    private final Map<String, Made> made = new HashMap<>();
    private long left;

    private Parcel(Path file, ImportsProperties limits, @Nullable ZipFile archive) {
        this.file = file;
        this.limits = limits;
        this.archive = archive;
        this.left = limits.unpacked().toBytes();
        this.media = new Media(entries().map(ZipEntry::getName));
    }

    /**
     * Opens it.
     *
     * @throws UnsafeArchive when its names or its number of entries are not those of an export
     */
    static Parcel open(Path file, ImportsProperties limits) throws IOException {
        if (!isArchive(file)) return new Parcel(file, limits, null);
        try {
            var archive = new ZipFile(file.toFile());
            try {
                mustBeSafe(archive, limits);
                return new Parcel(file, limits, archive);
            } catch (UnsafeArchive e) {
                archive.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableExport("the archive is damaged");
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static void mustBeSafe(ZipFile archive, ImportsProperties limits) {
        if (archive.size() > limits.entries())
            throw new UnsafeArchive("it has more than " + limits.entries() + " entries");
        if (archive.stream()
                .anyMatch(entry -> LEADS_OUT.matcher(entry.getName()).find()))
            throw new UnsafeArchive("an entry's name leads out of it");
    }

    boolean isArchive() {
        return archive != null;
    }

    /** The export files: those with such an ending, in the order of their names; the upload itself when it is no archive. */
    List<String> documents(String... endings) {
        if (archive == null) return List.of("");
        return entries()
                .map(ZipEntry::getName)
                .filter(name -> Stream.of(endings).anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** A document, to be read from its beginning; tears when there is more of it than allowed. */
    InputStream document(String name) throws IOException {
        long most = limits.document().toBytes();
        if (archive == null) return new Limited(Files.newInputStream(file), most);
        return new Limited(archive.getInputStream(archive.getEntry(name)), most);
    }

    /** The picture a text refers to. */
    Optional<Picture> picture(String reference) {
        return media.find(reference).map(name -> new Picture(this, name));
    }

    /** A picture that came along. */
    record Picture(Parcel parcel, String name) {

        /** What is made of it, once: asked again, the same comes of it, and it is not unpacked a second time. */
        Phrases.Pictures.Found once(Function<byte[], Phrases.Pictures.Found> make) throws IOException {
            var made = parcel.made.get(name);
            if (made == null) {
                made = Made.of(parcel.unpacked(name), make);
                parcel.made.put(name, made);
            }
            if (made.refused() != null) throw made.refused();
            return Objects.requireNonNull(made.found());
        }
    }

    private record Made(
            Phrases.Pictures.@Nullable Found found,
            @Nullable Rejection refused) {
        static Made of(byte[] file, Function<byte[], Phrases.Pictures.Found> make) {
            try {
                return new Made(make.apply(file), null);
            } catch (Rejection e) {
                return new Made(null, e);
            }
        }
    }

    private byte[] unpacked(String name) throws IOException {
        if (archive == null) throw new IllegalStateException("no archive");
        try (var in = new Limited(archive.getInputStream(archive.getEntry(name)), LARGEST_PICTURE)) {
            return in.readAllBytes();
        }
    }

    private Stream<? extends ZipEntry> entries() {
        if (archive == null) return Stream.empty();
        return archive.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> !entry.getName().startsWith("__MACOSX/"));
    }

    @Override
    public void close() throws IOException {
        if (archive != null) archive.close();
    }

    /** Counts what really comes out, for this entry and for all. */
    private final class Limited extends InputStream {
        private final InputStream in;
        private long most;

        Limited(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            if (read <= 0) return read;
            most -= read;
            left -= read;
            if (most < 0) throw new UnsafeArchive("one of its files is too large");
            if (left < 0 && archive != null) throw new UnsafeArchive("there is too much in it");
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
