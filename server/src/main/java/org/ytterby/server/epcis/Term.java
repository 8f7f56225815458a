package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What an event is found by: a path and a value as one text.
///
/// Paths are named as in the parameters of a query, so `EQ_bizStep` looks for the path `bizStep`.
final class Term {
    /// Between path and value; stands in neither.
    private static final char BETWEEN = '\u001f';

    /// Before the path of a field that is there, whatever it holds.
    private static final String PRESENT = "?";

    /// Behind the path of a key whose class is meant.
    private static final String CLASS = "~";

    /// Longer values count by their hash: an index takes no more.
    private static final int VALUE_MAX = 400;

    private static final List<String> NARROW =
            List.of(
                    "epc" + BETWEEN,
                    "inputEPC" + BETWEEN,
                    "outputEPC" + BETWEEN,
                    "parentID" + BETWEEN,
                    "epcClass" + BETWEEN,
                    "inputEPCClass" + BETWEEN,
                    "outputEPCClass" + BETWEEN,
                    "transformationID" + BETWEEN,
                    "correctiveEventID" + BETWEEN,
                    "bizTransaction_");

    private Term() {}

    static String of(String path, String value) {
        return prefix(path) + value(value);
    }

    /// The beginning of all terms of a path.
    static String prefix(String path) {
        return path + BETWEEN;
    }

    /// A value as terms hold it.
    static String value(String value) {
        String kept = value.length() <= VALUE_MAX ? value : "sha-256;" + hash(value);
        return kept.replace(BETWEEN, ' ');
    }

    /// That there is such a field.
    static String present(String path) {
        return PRESENT + path;
    }

    /// That something of a class is there.
    static String ofClass(String path, String classKey) {
        return of(classPath(path), classKey);
    }

    /// The path of the classes of what stands at a path.
    static String classPath(String path) {
        return path + CLASS;
    }

    /// Whether a term names a single thing or document.
    static boolean isNarrow(String term) {
        return NARROW.stream().anyMatch(term::startsWith);
    }

    private static String hash(String value) {
        return HexFormat.of().formatHex(sha256(value.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
