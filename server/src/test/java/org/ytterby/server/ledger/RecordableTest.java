package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;

class RecordableTest {
    private static final long EXACT_MAX = (1L << 53) - 1;

    private static Command row(String note) {
        return new Command.Declare(
                List.of(new DeclaredRow("flows", new TreeMap<>(Map.of("note", note)))));
    }

    private static Command reserve(String account, long amount, long until) {
        return new Command.Reserve(new AccountId(AccountId.Kind.PLAN, account), "h", amount, until);
    }

    @Test
    void textsOfAnyScriptCanBeKept() {
        assertThatCode(() -> Recordable.check(row("稀土 𠀀 \" \t"))).doesNotThrowAnyException();
    }

    @Test
    void nulCannotBeKept() {
        assertThatThrownBy(() -> Recordable.check(row("a\0b")))
                .isInstanceOf(Unrecordable.class)
                .hasMessageContaining("U+0000 at character 2");
    }

    @Test
    void halfAPairOfSurrogatesCannotBeKept() {
        for (String half : List.of("\ud840", "\udc00", "\ud840x", "\udc00\ud840")) {
            assertThatThrownBy(() -> Recordable.check(row(half))).isInstanceOf(Unrecordable.class);
        }
    }

    @Test
    void aRowFitsIntoAnEntryOfTheLog() {
        assertThatCode(() -> Recordable.check(row("x".repeat(59_900)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Recordable.check(row("x".repeat(60_001))))
                .isInstanceOf(Unrecordable.class)
                .hasMessageContaining("at most 60000");
        assertThatThrownBy(() -> Recordable.check(row("\u0001".repeat(10_001))))
                .as("six bytes each")
                .isInstanceOf(Unrecordable.class);
    }

    @Test
    void numbersAreThoseThatEveryReaderKeepsExact() {
        assertThatCode(() -> Recordable.check(reserve("P", EXACT_MAX, EXACT_MAX)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> reserve("P", EXACT_MAX + 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reserve("P", 1, Long.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.Confirm("h", Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameOfAnAccountHasAnEnd() {
        assertThatThrownBy(() -> Recordable.check(reserve("P".repeat(201), 1, 1)))
                .isInstanceOf(Unrecordable.class);
    }
}
