package org.ytterby.core.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A table of dated law that the service reckons with: rows are shipped, and others are enacted
/// while it runs. A row is never changed; one with the same key takes its place from a day on.
public enum LawTable {
    LIMITS("limits", "limit"),
    PENALTIES("penalties", "clause"),
    DUTIES("duties", "duty"),
    SPLIT_DEADLINES("split-deadlines", "year", "batch");

    /// The column with the first day of a row; empty since ever.
    public static final String FROM = "from";

    /// The column with the last day of a row; empty for ever.
    public static final String UNTIL = "until";

    private final String code;
    private final List<String> key;

    LawTable(String code, String... key) {
        this.code = code;
        this.key = List.of(key);
    }

    /// The word in files, in entries and in the API.
    public String code() {
        return code;
    }

    /// The columns by which a row takes another's place.
    public List<String> keyColumns() {
        return key;
    }

    /// What a row is about: its cells of the key, with blanks between.
    ///
    /// @param cells by column; what is absent is empty
    public String key(Map<String, String> cells) {
        return key.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .collect(Collectors.joining(" "));
    }

    /// The table of a word; empty if there is none.
    public static Optional<LawTable> find(String code) {
        return Arrays.stream(values()).filter(table -> table.code.equals(code)).findFirst();
    }
}
