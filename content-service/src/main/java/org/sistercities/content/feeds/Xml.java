package org.sistercities.content.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML in UTF-8, and nothing XML does not know. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final Pattern UNKNOWN =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** Writes the children of an element. */
    interface Children {
        void write() throws XMLStreamException;
    }

    Xml() {
        try {
            out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element; attributes and namespaces are names and values in turn. */
    Xml element(String name, Children children, String... attributes) {
        try {
            out.writeStartElement(name);
            for (int i = 0; i + 1 < attributes.length; i += 2)
                out.writeAttribute(attributes[i], known(attributes[i + 1]));
            children.write();
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with a text; nothing when there is none. */
    Xml text(String name, @Nullable String text, String... attributes) {
        if (text == null) return this;
        return element(name, () -> out.writeCharacters(known(text)), attributes);
    }

    Xml empty(String name, String... attributes) {
        return element(name, () -> {}, attributes);
    }

    byte[] bytes() {
        try {
            out.writeEndDocument();
            out.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String known(String text) {
        return UNKNOWN.matcher(text).replaceAll("");
    }
}
