package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of rights in the documents is that of the code, so that a changed right is seen in
/// review. `-Dytterby.write-rights=true` writes it anew.
class RightsDocTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("ytterby.root", ".."), "docs/reference/rights.md");
    private static final String TABLE = "| right |";

    @Test
    void theDocumentedTableIsThatOfTheCode() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(TABLE));
        if (Boolean.getBoolean("ytterby.write-rights")) {
            Files.writeString(DOCUMENT, before + table());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(before + table());
    }

    private static String table() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(TABLE + " of the nation |");
        StringBuilder rule = new StringBuilder("|---|---|");
        for (Role role : Role.values()) {
            head.append(' ').append(role.code()).append(" |");
            rule.append("---|");
        }
        lines.add(head.toString());
        lines.add(rule.toString());
        for (Right right : Right.values()) {
            StringBuilder line =
                    new StringBuilder("| `%s` |".formatted(right.code()))
                            .append(right.isNational() ? " yes |" : " |");
            for (Role role : Role.values()) {
                line.append(right.roles().contains(role) ? " ● |" : " |");
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines) + "\n";
    }
}
