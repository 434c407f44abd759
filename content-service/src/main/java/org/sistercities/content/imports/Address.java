package org.sistercities.content.imports;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as exports have them; nothing here ever asks for one. */
final class Address {
    private static final int LONGEST = 2_000;
    private static final Pattern WEB = Pattern.compile("https?://[^/\\s?#]+\\S*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_IN_MARKDOWN = Pattern.compile("[\\s<>()\\[\\]\\\\\"'`{}|^]");

    private Address() {}

    /** An address of the web, written so that it can stand in Markdown and in our records; null for any other. */
    static @Nullable String absolute(@Nullable String address) {
        if (address == null) return null;
        var stripped = address.strip();
        if (stripped.startsWith("//")) stripped = "https:" + stripped;
        var safe = NOT_IN_MARKDOWN.matcher(stripped).replaceAll(sign -> encoded(sign.group()));
        if (safe.length() > LONGEST || !WEB.matcher(safe).matches()) return null;
        try {
            return URI.create(safe).getHost() == null ? null : safe;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where a link leads that stands on the page with this address; null when that is nowhere on the web. */
    static @Nullable String resolved(String link, @Nullable String page) {
        var itself = absolute(link);
        if (itself != null) return itself;
        var base = absolute(page);
        if (base == null || link.isBlank() || link.startsWith("#")) return null;
        try {
            return absolute(URI.create(base).resolve(link.strip()).toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The path of an address or of a reference without host, decoded; no leading slash. */
    static String path(String address) {
        var path = address.replaceFirst("^(?:[a-zA-Z][a-zA-Z0-9+.-]{0,20}:)?//[^/]*", "");
        int end = path.length();
        for (char sign : new char[] {'?', '#'}) if (path.indexOf(sign) >= 0) end = Math.min(end, path.indexOf(sign));
        return decoded(path.substring(0, end)).replaceFirst("^/+", "");
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** All of these signs are ASCII, but for some spaces, which have no place in an address. */
    private static String encoded(String sign) {
        int code = sign.charAt(0);
        return code < 0x80 ? "%%%02X".formatted(code) : "%20";
    }
}
