package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ytterby.formats.Wording;

class RowsAheadTest {
    private static final int MANY = 5_000;

    @Test
    void givesEveryRowInOrder() {
        try (Rows rows = new RowsAhead(new Counting(MANY, false))) {
            for (int i = 1; i <= MANY; i++) {
                assertThat(rows.next()).containsExactly(Integer.toString(i));
                assertThat(rows.row()).isEqualTo(i);
                assertThat(rows.isCutOff()).isEqualTo(i == MANY);
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void failsWhereItsSourceFails() {
        try (Rows rows = new RowsAhead(new Counting(MANY, true))) {
            for (int i = 1; i <= MANY; i++) {
                assertThat(rows.next()).isNotNull();
            }
            assertThatThrownBy(rows::next).isInstanceOf(TableBroken.class);
            assertThatThrownBy(rows::next).isInstanceOf(TableBroken.class);
        }
    }

    @Test
    void canBeClosedBeforeTheEnd() {
        Counting source = new Counting(Integer.MAX_VALUE, false);
        try (Rows rows = new RowsAhead(source)) {
            assertThat(rows.next()).isNotNull();
        }
        assertThat(source.closed).isTrue();
    }

    /// Rows that hold their own number.
    private static final class Counting implements Rows {
        private final int last;
        private final boolean fails;
        private int row;
        private boolean closed;

        Counting(int last, boolean fails) {
            this.last = last;
            this.fails = fails;
        }

        @Override
        public String @Nullable [] next() {
            if (row == last) {
                if (fails) {
                    throw new TableBroken(
                            row + 1, new Wording("broken", "损坏"), new IllegalStateException());
                }
                return null;
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
