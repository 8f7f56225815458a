package org.ytterby.core.ledger;

/// Something wrong with submitted data, said so that its sender can mend it.
///
/// All texts are [Printable], and shortened if long.
///
/// @param file table file, as the sender knows it
/// @param row 1 is the header; 0 when no single row is to blame
/// @param column empty when no single column is to blame
/// @param value what was found
/// @param weight whether something was left out because of it
public record Problem(
        String file,
        int row,
        String column,
        String value,
        String problem,
        String problemZh,
        Weight weight) {
    /// How much a problem matters.
    public enum Weight {
        /// Something was left out or not believed.
        ERROR,
        /// Worth knowing, nothing was left out.
        NOTE
    }

    private static final int VALUE_LENGTH_MAX = 200;
    private static final int SENTENCE_LENGTH_MAX = 600;

    public Problem {
        file = Printable.of(file, VALUE_LENGTH_MAX);
        column = Printable.of(column, VALUE_LENGTH_MAX);
        value = Printable.of(value, VALUE_LENGTH_MAX);
        problem = Printable.of(problem, SENTENCE_LENGTH_MAX);
        problemZh = Printable.of(problemZh, SENTENCE_LENGTH_MAX);
    }
}
