package org.ytterby.epcis.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;

/// A schema that documents are judged by. Immutable; safe for any thread. Nothing is ever loaded
/// from a network.
public final class Schema {
    private final Node root;
    private final Map<String, Node> definitions;

    private Schema(Node root, Map<String, Node> definitions) {
        this.root = root;
        this.definitions = definitions;
    }

    /// Documents, query documents and events of EPCIS 2.0.
    public static Schema epcis() {
        return Epcis.SCHEMA;
    }

    /// What the Ytterby profile asks beside it of events that say that they follow the profile.
    public static Schema profile() {
        return Profile.SCHEMA;
    }

    /// The schema of a resource of this package.
    static Schema ofResource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return of(JsonReader.read(Objects.requireNonNull(in, name).readAllBytes(), _ -> {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException if it uses a keyword that is not read
    static Schema of(Json schema) {
        return new Schema(NodeReader.read(schema), NodeReader.definitions(schema));
    }

    /// Everything in a document that breaks the schema.
    public Verdict verdict(Json document) {
        Violations found = new Violations();
        new Judge(definitions, found).judge(root, document, null);
        return found.verdict();
    }

    /// The words that a definition, or a property of one, lets stand bare.
    ///
    /// @param path name of the definition, then of the property
    /// @throws IllegalArgumentException if there is no such definition
    public Set<String> words(String... path) {
        Node node = definitions.get(path[0]);
        for (int i = 1; i < path.length && node != null; i++) {
            node = node.properties().get(path[i]);
        }
        if (node == null) {
            throw new IllegalArgumentException("no definition " + String.join("/", path));
        }
        return node.anyOf().stream()
                .flatMap(part -> part.words().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Read once, when first asked for.
    private static final class Epcis {
        static final Schema SCHEMA = ofResource("epcis-2.0.json");
    }

    /// Read once, when first asked for.
    private static final class Profile {
        static final Schema SCHEMA = ofResource("ytterby-profile.json");
    }
}
