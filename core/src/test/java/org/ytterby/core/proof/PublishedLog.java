package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A log that was published as one JSON file: wherever in it a path of a tile, a signed checkpoint
/// or a verifier key stands, it is taken; bytes may be in base64 or hexadecimal digits.
final class PublishedLog {
    private final MemoryLog files = new MemoryLog();
    private final Map<Long, SignedNote> notes = new TreeMap<>();
    private final List<VerifierKey> keys = new ArrayList<>();

    private PublishedLog() {}

    static PublishedLog read(Path file) {
        PublishedLog log = new PublishedLog();
        log.visit(JsonMapper.shared().readTree(file.toFile()));
        assertThat(log.files.files()).as("tiles").isNotEmpty();
        assertThat(log.notes).as("signed checkpoints").isNotEmpty();
        assertThat(log.keys).as("verifier keys").isNotEmpty();
        return log;
    }

    MemoryLog files() {
        return files;
    }

    VerifierKey key() {
        return keys.getFirst();
    }

    /// In order of size.
    List<SignedNote> notes() {
        return List.copyOf(notes.values());
    }

    private void visit(JsonNode node) {
        if (node.isString()) {
            take(node.asString());
        }
        if (node.isObject()) {
            List<String> texts = new ArrayList<>();
            node.properties()
                    .forEach(field -> {
                        if (field.getValue().isString()) {
                            texts.add(field.getValue().asString());
                            path(field.getKey())
                                    .ifPresent(path -> put(path, field.getValue().asString()));
                        }
                    });
            texts.stream()
                    .map(PublishedLog::path)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(path ->
                            texts.stream()
                                    .filter(text -> path(text).isEmpty())
                                    .max(Comparator.comparingInt(String::length))
                                    .ifPresent(text -> put(path, text)));
        }
        node.forEach(this::visit);
    }

    private void take(String text) {
        String note =
                text.contains("\n\n— ") ? text : new String(bytes(text), StandardCharsets.UTF_8);
        try {
            SignedNote signed = SignedNote.parse(note);
            notes.put(Checkpoint.parse(signed.text()).size(), signed);
            return;
        } catch (ProofRefused refused) {
            assertThat(note).as(refused.getMessage()).doesNotContain("\n\n— ");
        }
        try {
            keys.add(VerifierKey.parse(text));
        } catch (ProofRefused refused) {
            assertThat(refused.refusal().code()).isNotNull(); // some other text
        }
    }

    private void put(TilePath path, String text) {
        files.files().put(path.toString(), bytes(text));
    }

    private static Optional<TilePath> path(String text) {
        int at = Math.max(0, text.lastIndexOf("tile/"));
        try {
            return Optional.of(TilePath.parse(text.substring(at)));
        } catch (ProofRefused refused) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        if (text.matches("([0-9a-f]{2})+")) {
            return HexFormat.of().parseHex(text);
        }
        try {
            return Strict.base64(text, Refusal.Code.TILE_MALFORMED);
        } catch (ProofRefused refused) {
            return new byte[0];
        }
    }
}
