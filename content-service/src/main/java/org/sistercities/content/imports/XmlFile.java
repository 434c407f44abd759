package org.sistercities.content.imports;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Refusal.UnreadableExport;

/**
 * XML read forwards in bounded memory. A document type declaration is refused, whatever it declares, and with it all entities but the
 * five of XML; nothing outside of the file is ever opened.
 */
final class XmlFile implements AutoCloseable {
    private static final int LONGEST_TEXT = 2_000_000; // characters
    private static final int DEEPEST = 100;
    private static final int PROLOGUE = 256;
    private static final Set<String> ENCODINGS =
            Set.of("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252");
    private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.-]{1,40})[\"']");

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private int depth;

    XmlFile(InputStream in) {
        try {
            var bytes = new BufferedInputStream(in);
            bytes.mark(PROLOGUE);
            var beginning = new String(bytes.readNBytes(PROLOGUE), StandardCharsets.ISO_8859_1);
            bytes.reset();
            if (beginning.startsWith("\u00ef\u00bb\u00bf")) bytes.skipNBytes(3);
            xml = FACTORY.createXMLStreamReader(new TokenLimit(
                    new InputStreamReader(bytes, charset(beginning.replaceFirst("^\u00ef\u00bb\u00bf", "")))));
        } catch (XMLStreamException | IOException e) {
            throw new UnreadableExport("it is no XML");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside is opened");
        });
        return factory;
    }

    private static Charset charset(String beginning) {
        if (!beginning.stripLeading().startsWith("<")) throw new UnreadableExport("it is no XML");
        var said = ENCODING.matcher(beginning);
        if (!said.find()) return StandardCharsets.UTF_8;
        var name = said.group(1).toLowerCase(Locale.ROOT);
        if (!ENCODINGS.contains(name)) throw new UnreadableExport("its encoding is " + name);
        return Charset.forName(name);
    }

    /** The next element that begins inside of the one with this depth; null when that one ends. */
    @Nullable
    String next(int parent) {
        while (advance()) {
            if (xml.getEventType() == START_ELEMENT && depth == parent + 1) return name();
            if (xml.getEventType() == END_ELEMENT && depth < parent) return null;
        }
        return null;
    }

    int depth() {
        return depth;
    }

    /** The prefix people know the namespace by, and the local name, such as {@code wp:post_id}. */
    private String name() {
        return prefix(String.valueOf(xml.getNamespaceURI())) + xml.getLocalName();
    }

    private static String prefix(String namespace) {
        if (namespace.startsWith("http://wordpress.org/export/"))
            return namespace.endsWith("/excerpt/") ? "excerpt:" : "wp:";
        return switch (namespace) {
            case "", "null" -> "";
            case "http://purl.org/rss/1.0/modules/content/" -> "content:";
            case "http://purl.org/dc/elements/1.1/" -> "dc:";
            case "http://search.yahoo.com/mrss/" -> "media:";
            default -> "other:";
        };
    }

    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** The words in the element that has just begun, up to its end. */
    String text() {
        int own = depth;
        var text = new StringBuilder();
        while (advance() && depth >= own) {
            int event = xml.getEventType();
            if (event != CHARACTERS && event != CDATA && event != SPACE) continue;
            if (text.length() + xml.getTextLength() > LONGEST_TEXT) throw new UnreadableExport("an item is too long");
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
        return text.toString();
    }

    /** Passes the element that has just begun. */
    void skip() {
        int own = depth;
        while (advance() && depth >= own) {
            // on to its end
        }
    }

    private boolean advance() {
        try {
            if (!xml.hasNext()) return false;
            switch (xml.next()) {
                case START_ELEMENT -> depth++;
                case END_ELEMENT -> depth--;
                case DTD -> throw new UnreadableExport("it declares a document type");
                case ENTITY_REFERENCE -> throw new UnreadableExport("it refers to an entity");
                default -> {}
            }
            if (depth > DEEPEST) throw new UnreadableExport("its elements are nested too deep");
            return true;
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw new UnreadableExport("its XML is broken" + (at == null ? "" : " at line " + at.getLineNumber()));
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // it was only read
        }
    }
}
