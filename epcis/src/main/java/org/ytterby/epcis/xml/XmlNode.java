package org.ytterby.epcis.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element of XML while it is read.
///
/// @param name with its prefix for the document, if it has one
/// @param line where its begin ends, 1 the first
/// @param column where its begin ends, 1 the first
/// @param attributes without declarations of namespaces
/// @param children in order; the reader adds to them
/// @param text all character data directly in it; the reader adds to it
record XmlNode(
        String name,
        int line,
        int column,
        List<Attribute> attributes,
        List<XmlNode> children,
        StringBuilder text) {
    /// An attribute.
    record Attribute(String name, String value) {
        /// Whether it tells readers of XML about the type of a value, and nothing about the event.
        boolean isNote() {
            return name.startsWith("xsi:") || name.startsWith("xml:");
        }
    }

    /// The name without prefix.
    String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    boolean isPrefixed() {
        return name.indexOf(':') >= 0;
    }

    String value() {
        return text.toString().strip();
    }

    /// Whether it is there only to say that there is no value.
    boolean isNil() {
        return attributes.stream()
                .anyMatch(a -> a.name().equals("xsi:nil") && a.value().strip().equals("true"));
    }

    /// The first child of a name, prefix included; null for none.
    @Nullable XmlNode child(String childName) {
        for (XmlNode child : children) {
            if (child.name().equals(childName)) {
                return child;
            }
        }
        return null;
    }
}
