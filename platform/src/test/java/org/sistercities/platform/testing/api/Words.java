package org.sistercities.platform.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Javadoc of an endpoint says, read from its source, so that it is written once. */
final class Words {
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ ([^}]*)}");

    private Words() {}

    static Optional<String> about(Method method) {
        return source(method.getDeclaringClass()).flatMap(source -> comment(source, method.getName()));
    }

    private static Optional<String> comment(String source, String method) {
        var declared = Pattern.compile("/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:@[^;{]*?)?\\s[\\w.<>\\[\\]?, ]+\\s"
                        + Pattern.quote(method) + "\\(")
                .matcher(source);
        return declared.find()
                ? Optional.of(plain(declared.group(1))).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static String plain(String comment) {
        var text = comment.replaceAll("(?m)^\\s*\\* ?", "").split("(?m)^@", 2)[0];
        return TAG.matcher(text)
                .replaceAll("$1")
                .replaceAll("</?\\w+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<String> source(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) outer = outer.getEnclosingClass();
        var file = outer.getName().replace('.', '/') + ".java";
        return Stream.of("src/main/java", "../platform/src/main/java")
                .map(root -> Path.of(root, file))
                .filter(Files::exists)
                .findFirst()
                .map(Words::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
