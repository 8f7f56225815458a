package org.ytterby.server.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.DeclaredRow;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What an entry's object holds: texts and numbers by name, and the cells of its one object.
record EntryMembers(
        Map<String, String> texts, Map<String, Long> numbers, SortedMap<String, String> object) {
    private static final JsonFactory JSON = new JsonFactory();

    static EntryMembers read(byte[] bytes) {
        EntryMembers members = new EntryMembers(new HashMap<>(), new HashMap<>(), new TreeMap<>());
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    members.texts.put(name, json.getString());
                } else if (value == JsonToken.VALUE_NUMBER_INT) {
                    members.numbers.put(name, json.getLongValue());
                } else {
                    members.readObject(json);
                }
            }
        }
        return members;
    }

    private void readObject(JsonParser json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            object.put(name, json.getString());
        }
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("an entry without " + name);
        }
        return text;
    }

    long number(String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("an entry without " + name);
        }
        return number;
    }

    AccountId account(String name) {
        return AccountId.parse(text(name));
    }

    /// The one row that the entry holds.
    DeclaredRow row() {
        return new DeclaredRow(text("table"), object);
    }
}
