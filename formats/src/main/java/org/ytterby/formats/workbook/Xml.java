package org.ytterby.formats.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks the elements of one part. A document type, and with it every entity of a file's own, is
/// refused; nothing outside the part is ever opened.
final class Xml implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DIGITS_MAX = 9;

    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in) throws IOException {
        this.in = in;
        try {
            reader = FACTORY.createXMLStreamReader(text(in));
        } catch (XMLStreamException e) {
            in.close();
            throw wrapped(e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Parts are UTF-8 or, with its mark, UTF-16 (ECMA-376 part 2, 8.1.4). Bytes that are not
    /// become U+FFFD, which is told where it stands in a cell.
    private static Reader text(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 2);
        byte[] mark = bytes.readNBytes(2);
        bytes.unread(mark);
        boolean wide =
                mark.length == 2
                        && ((mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)
                                || (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE));
        BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // without a document type the only entities are &amp; and its like, of which a large
        // sheet has any number
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setXMLReporter((_, _, _, _) -> {}); // what is wrong is thrown, not printed
        return factory;
    }

    /// Moves to the next begin or end of an element, or to characters.
    ///
    /// @return an event of [XMLStreamConstants]; `END_DOCUMENT` at the end
    int next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return event;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new IOException("a document type or an entity of its own");
                    default -> {}
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw wrapped(e);
        } catch (RuntimeException e) {
            // the reader of the JDK lets some malformed input through to its own checks
            throw new IOException("it is not well-formed XML", e);
        }
    }

    private static IOException wrapped(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io
                ? io
                : new IOException("it is not well-formed XML: " + e.getMessage(), e);
    }

    /// Moves to the next begin of an element of this name.
    ///
    /// @return false at the end of the part
    boolean find(String element) throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT && is(element)) {
                return true;
            }
        }
        return false;
    }

    /// Whether an element begins here.
    boolean isStart() {
        return reader.isStartElement();
    }

    /// Whether an element begins or ends here.
    boolean isElement() {
        return reader.isStartElement() || reader.isEndElement();
    }

    /// Whether the element is of this name, in whatever namespace.
    boolean is(String element) {
        return reader.getLocalName().equals(element);
    }

    /// An attribute of the element, empty if it has none of the name.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// A whole number in an attribute, `absent` if there is none.
    int whole(String name, int absent) {
        int value = whole(attribute(name));
        return value < 0 ? absent : value;
    }

    /// A whole number of at most nine digits, -1 for anything else.
    static int whole(String text) {
        int n = text.length();
        int value = n == 0 || n > DIGITS_MAX ? -1 : 0;
        for (int i = 0; i < n && value >= 0; i++) {
            char c = text.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : -1;
        }
        return value;
    }

    /// Adds the characters at hand.
    void appendTo(StringBuilder text) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    @Override
    public void close() throws IOException {
        try (InputStream _ = in) {
            reader.close();
        } catch (XMLStreamException e) {
            throw wrapped(e);
        }
    }
}
