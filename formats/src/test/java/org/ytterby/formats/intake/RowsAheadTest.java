package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ytterby.formats.Wording;

class RowsAheadTest {
    private static final int MANY = 5_000;

    @Test
    void givesEveryRowInOrder() {
        try (Rows rows = new RowsAhead(new Counting(MANY, null))) {
            for (int i = 1; i <= MANY; i++) {
                assertThat(rows.next()).containsExactly(Integer.toString(i));
                assertThat(rows.row()).isEqualTo(i);
                assertThat(rows.isCutOff()).isEqualTo(i == MANY);
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    /// Errors too: a thread that died of one would leave its reader waiting for ever.
    @Test
    void failsWhereItsSourceFails() {
        Wording wording = new Wording("broken", "损坏");
        for (Throwable failure :
                List.of(
                        new TableBroken(MANY + 1, wording, new IllegalStateException()),
                        new StackOverflowError(),
                        new UnsatisfiedLinkError("no native code to unpack"))) {
            try (Rows rows = new RowsAhead(new Counting(MANY, failure))) {
                for (int i = 1; i <= MANY; i++) {
                    assertThat(rows.next()).isNotNull();
                }
                assertThatThrownBy(rows::next).isSameAs(failure);
                assertThatThrownBy(rows::next).isSameAs(failure);
            }
        }
    }

    @Test
    void canBeClosedBeforeTheEnd() {
        Counting source = new Counting(Integer.MAX_VALUE, null);
        try (Rows rows = new RowsAhead(source)) {
            assertThat(rows.next()).isNotNull();
        }
        assertThat(source.closed).isTrue();
    }

    /// Rows that hold their own number.
    private static final class Counting implements Rows {
        private final int last;
        private final @Nullable Throwable failure;
        private int row;
        private boolean closed;

        Counting(int last, @Nullable Throwable failure) {
            this.last = last;
            this.failure = failure;
        }

        @Override
        public String @Nullable [] next() {
            if (row == last) {
                switch (failure) {
                    case null -> {
                        return null;
                    }
                    case Error error -> throw error;
                    case RuntimeException broken -> throw broken;
                    default -> throw new AssertionError(failure);
                }
            }
            row++;
            return new String[] {Integer.toString(row)};
        }

        @Override
        public int row() {
            return row;
        }

        @Override
        public boolean isCutOff() {
            return row == last;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
