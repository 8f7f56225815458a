package org.ytterby.epcis.hash;

import java.util.Comparator;
import java.util.List;

/// Parts of the text that is hashed, put together in the order of their bytes.
final class Texts {
    /// The order of UTF-8 bytes, which is that of code points.
    private static final Comparator<String> BYTES = Texts::compareBytes;

    private Texts() {}

    static void sorted(List<String> texts, StringBuilder out) {
        if (texts.size() > 1) {
            texts.sort(BYTES);
        }
        texts.forEach(out::append);
    }

    /// Puts texts below a label.
    static void below(String label, List<String> texts, List<String> to) {
        if (!texts.isEmpty()) {
            StringBuilder text = new StringBuilder(label);
            sorted(texts, text);
            to.add(text.toString());
        }
    }

    static void add(StringBuilder text, List<String> to) {
        if (!text.isEmpty()) {
            to.add(text.toString());
        }
    }

    private static int compareBytes(String one, String other) {
        int end = Math.min(one.length(), other.length());
        for (int i = 0; i < end; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean plain = Character.isSurrogate(a) == Character.isSurrogate(b);
                return plain ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }
}
