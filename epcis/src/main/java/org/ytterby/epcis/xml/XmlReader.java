package org.ytterby.epcis.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.JsonUnreadable;
import org.ytterby.epcis.json.Repetition;

/// Reads EPCIS 2.0 XML as the JSON that says the same. No entity is ever resolved; a document type
/// declaration is refused; depth, length and each text are bounded as for JSON.
public final class XmlReader {
    private static final int NODES_MAX = 5_000_000;

    /// A document type that is only a name: published examples have one, and it does nothing.
    private static final Pattern NAMED_TYPE = Pattern.compile("<!DOCTYPE\\s+[\\w:.-]+\\s*>");

    private XmlReader() {}

    /// The document of a text.
    ///
    /// @param repeated hears of fields that stand twice where one is allowed; the last one counts
    /// @throws JsonUnreadable if it is no XML, or passes a bound
    public static Json read(byte[] bytes, Consumer<Repetition> repeated) {
        if (bytes.length > JsonReader.BYTES_MAX) {
            throw unreadable(0, 0, "the text is too long; divide it", "文件过长，请拆分");
        }
        try {
            Prefixes prefixes = new Prefixes();
            XMLStreamReader in = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return new XmlToJson(repeated).document(root(in, prefixes), prefixes);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
            String why = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
            throw unreadable(line, column, "no XML: " + why, "不是有效的 XML：" + why);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // without a document type the only entities are &amp; and its like, of which a large
        // document has any number
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setXMLReporter((_, _, _, _) -> {}); // what is wrong is thrown, not printed
        return factory;
    }

    private static XmlNode root(XMLStreamReader in, Prefixes prefixes) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        int nodes = 0;
        XmlNode root = null;
        while (in.hasNext()) {
            switch (next(in)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlNode node = node(in, prefixes);
                    nodes++;
                    if (prefixes.isFull()) {
                        throw at(in, "too many namespaces", "命名空间过多");
                    }
                    if (open.size() >= JsonReader.DEPTH_MAX || nodes > NODES_MAX) {
                        throw at(in, "too deep or too many elements", "嵌套过深或元素过多");
                    }
                    if (open.isEmpty()) {
                        root = node;
                    } else {
                        open.peek().children().add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        StringBuilder text = open.peek().text();
                        requireShort(in, (long) text.length() + in.getTextLength());
                        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                    }
                }
                case XMLStreamConstants.DTD -> {
                    if (!NAMED_TYPE.matcher(in.getText()).matches()) {
                        throw declared(in);
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw declared(in);
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        if (root == null) {
            throw at(in, "the text is empty", "内容为空");
        }
        return root;
    }

    private static JsonUnreadable declared(XMLStreamReader in) {
        return at(
                in,
                "document types that declare or load something, and entities, are not read",
                "不接受含声明或外部引用的 DOCTYPE，也不接受实体引用");
    }

    private static int next(XMLStreamReader in) throws XMLStreamException {
        try {
            return in.next();
        } catch (RuntimeException e) {
            // the reader of the JDK lets some malformed input through to its own checks
            throw new XMLStreamException("it is not well-formed", in.getLocation(), e);
        }
    }

    private static void requireShort(XMLStreamReader in, long length) {
        if (length > JsonReader.STRING_MAX) {
            throw at(
                    in,
                    "a text of over " + JsonReader.STRING_MAX + " characters",
                    "一段文字超过 " + JsonReader.STRING_MAX + " 个字符");
        }
    }

    private static XmlNode node(XMLStreamReader in, Prefixes prefixes) {
        List<XmlNode.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            prefixes.declare(in.getNamespacePrefix(i), in.getNamespaceURI(i));
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            String name = prefixes.name(namespace, in.getAttributeLocalName(i));
            String value = in.getAttributeValue(i);
            requireShort(in, value.length());
            attributes.add(new XmlNode.Attribute(name, value));
        }
        return new XmlNode(
                prefixes.name(in.getNamespaceURI(), in.getLocalName()),
                in.getLocation().getLineNumber(),
                in.getLocation().getColumnNumber(),
                attributes,
                new ArrayList<>(),
                new StringBuilder());
    }

    private static JsonUnreadable at(XMLStreamReader in, String en, String zh) {
        return unreadable(
                in.getLocation().getLineNumber(), in.getLocation().getColumnNumber(), en, zh);
    }

    private static JsonUnreadable unreadable(int line, int column, String en, String zh) {
        return new JsonUnreadable(Math.max(0, line), Math.max(0, column), new Text(en, zh));
    }
}
