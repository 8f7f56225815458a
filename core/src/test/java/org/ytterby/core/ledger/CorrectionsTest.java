package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.LedgerText;

/// Which records are in force, as a table.
///
/// `B>A` is a record B that corrects A, `X-A` a cancellation of A, `@2` says when it was entered,
/// `!` that a line of it could not be read.
class CorrectionsTest {
    private static final String TABLE =
            """
            claim                                             | records                 | in force | reported | cancelled
            a record alone is in force                        | A                       | A        |          |
            a correction replaces its record                  | A B>A                   | B        |          |
            a correction may be declared first                | B>A A                   | B        |          |
            a chain is followed to its end                    | A B>A C>B D>C           | D        |          |
            of two the one entered later wins                 | A B>A@1 C>A@2           | C        | B        |
            of two the later wins whatever the order of rows  | A C>A@2 B>A@1           | C        | B        |
            of two entered at once the later row wins         | A B>A@1 C>A@1           | C        | B        |
            the later row wins where it was named before      | A D>C@9 B>A@1 C>A@1     | D        | B        |
            a record without entry is the earliest            | A B>A@1 C>A             | B        | C        |
            what corrects the loser is void too               | A B>A@1 C>A@2 D>B@3     | C        | B D      |
            all that hangs on the loser is void               | A B>A@1 C>A@2 D>B E>D   | C        | B D E    |
            a cancellation leaves nothing                     | A X-A                   |          |          | A
            cancelling a correction removes the whole chain   | A B>A X-B               |          |          | A
            cancelling the end of a chain removes it all      | A B>A C>B X-C           |          |          | A
            a cancellation entered later beats a correction   | A B>A@1 X-A@2           |          | B        | A
            a correction entered later beats a cancellation   | A X-A@1 B>A@2           | B        | X        |
            a correction of a cancellation is in force        | A X-A B>X               | B        |          |
            a bad correction leaves the original in force     | A !B>A                  | A        |          |
            a bad correction does not beat a good one         | A C>A@1 !B>A@2          | C        |          |
            a correction of a bad record is in force          | !A B>A                  | B        |          |
            a correction of a bad correction is in force      | A !B>A C>B              | C        |          |
            a bad record is not in force                      | !A                      |          |          |
            a bad cancellation leaves the original in force   | A !X-A                  | A        |          |
            a correction of an unknown record is reported     | A B>Z                   | A        | B        |
            a cancellation of an unknown record is reported   | A X-Z                   | A        | X        |
            what corrects a void correction is reported       | A B>Z C>B               | A        | B C      |
            a record that corrects itself is reported         | A B>B                   | A        | B        |
            a circle is reported                              | A B>C C>B               | A        | B C      |
            what corrects a record of a circle is reported    | A B>C C>B D>B           | A        | B C D    |
            chains of different records do not meet           | A B>A C D>C             | B D      |          |
            """;

    private static final Pattern RECORD =
            Pattern.compile("(?<bad>!?)(?<id>\\w)((?<how>[>-])(?<target>\\w))?(@(?<entered>\\d))?");

    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return TABLE.lines()
                .skip(1)
                .map(row -> row.split("\\|", -1))
                .map(cells -> dynamicTest(cells[0].strip(), () -> check(cells)));
    }

    private static void check(String[] cells) {
        Ledger ledger = ledger(cells[1]);
        FlowTable flows = ledger.flows();
        List<String> inForce =
                IntStream.of(ledger.records()).mapToObj(flows::recordId).sorted().toList();
        List<String> cancelled =
                IntStream.range(0, flows.recordCount())
                        .filter(ledger::isCancelled)
                        .mapToObj(flows::recordId)
                        .toList();
        assertThat(inForce).as("in force").isEqualTo(words(cells[2]));
        assertThat(reported(ledger)).as("reported").isEqualTo(words(cells[3]));
        assertThat(cancelled).as("cancelled").isEqualTo(words(cells[4]));
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.strip().split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static Ledger ledger(String records) {
        StringBuilder text = new StringBuilder();
        for (String word : words(records)) {
            Matcher m = RECORD.matcher(word);
            assertThat(m.matches()).as(word).isTrue();
            boolean cancels = "-".equals(m.group("how"));
            text.append(m.group("id"))
                    .append(cancels ? " cancellation 2024-01-05 M1" : " extraction 2024-01-05 M1")
                    .append(cancels ? "" : " L conc 1")
                    .append(m.group("bad").isEmpty() ? "" : " bad")
                    .append(m.group("target") == null ? "" : " corrects=" + m.group("target"))
                    .append(
                            m.group("entered") == null
                                    ? ""
                                    : " entered=2024-02-0" + m.group("entered"))
                    .append('\n');
        }
        return LedgerText.ledger(text.toString());
    }

    /// The records that problems are about, once each.
    private static List<String> reported(Ledger ledger) {
        return ledger.problems().stream()
                .map(problem -> recordAt(ledger, problem))
                .sorted()
                .toList();
    }

    private static String recordAt(Ledger ledger, Problem problem) {
        FlowTable flows = ledger.flows();
        return IntStream.range(0, flows.recordCount())
                .filter(r -> flows.recordRow(r) == problem.row())
                .mapToObj(flows::recordId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aProblemNamesFileColumnAndTarget() {
        Problem problem = ledger("A B>Z").problems().getFirst();
        assertThat(problem.file()).isEqualTo("flows.csv");
        assertThat(problem.column()).isEqualTo("corrects");
        assertThat(problem.value()).isEqualTo("Z");
        assertThat(problem.weight()).isEqualTo(Problem.Weight.ERROR);
    }

    @Test
    void nobodyCorrectsOrCancelsWhatAnotherOrganisationDeclared() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        facility X1 F mine
                        A extraction   2024-01-05 M1 L conc 1
                        B cancellation 2024-01-05 X1 corrects=A
                        C extraction   2024-01-05 X1 L conc 9 corrects=A
                        D extraction   2024-01-05 X1 L conc 9 corrects=B
                        E extraction   2024-01-06 M1 K conc 1
                        G extraction   2024-01-06 M2 K conc 2 corrects=E
                        """);
        assertThat(IntStream.of(ledger.records()).mapToObj(ledger.flows()::recordId))
                .as("a facility of the same organisation may be mended")
                .containsExactlyInAnyOrder("A", "G");
        assertThat(reported(ledger)).containsExactly("B", "C", "D");
    }

    @Test
    void aLongChainIsFollowed() {
        StringBuilder text = new StringBuilder("R0 extraction 2024-01-05 M1 L conc 1\n");
        for (int i = 1; i <= 20_000; i++) {
            text.append("R%d extraction 2024-01-05 M1 L conc 1 corrects=R%d\n".formatted(i, i - 1));
        }
        Ledger ledger = LedgerText.ledger(text.toString());
        assertThat(ledger.records()).hasSize(1);
        assertThat(ledger.flows().recordId(ledger.records()[0])).isEqualTo("R20000");
    }

    @Test
    void eachCorrectionThatIsNotBelievedIsToldItsReason() {
        assertThat(reasons("A B>A@1 C>A@2 D>B E>D"))
                .containsExactly(
                        "B record C replaces the same record and was entered later; this one is void",
                        "D it corrects a record that is void",
                        "E it corrects a record that is void");
        assertThat(reasons("A B>Z C>B"))
                .containsExactly(
                        "B no record of this id is declared, so nothing is corrected",
                        "C it corrects a record that is void");
        assertThat(reasons("A B>D C>B D>C E>C"))
                .containsExactly(
                        "B these corrections lead in a circle",
                        "C these corrections lead in a circle",
                        "D these corrections lead in a circle",
                        "E it corrects a record that is void");
    }

    @Test
    void manyCorrectionsOfAVoidRecordAreAllReported() {
        int count = 20_000;
        StringBuilder text = new StringBuilder("A extraction 2024-01-05 M1 L conc 1\n");
        text.append("B extraction 2024-01-05 M1 L conc 1 corrects=A entered=2024-02-01\n");
        text.append("C extraction 2024-01-05 M1 L conc 1 corrects=A entered=2024-02-02\n");
        for (int i = 0; i < count; i++) {
            text.append("D%d extraction 2024-01-05 M1 L conc 1 corrects=B\n".formatted(i));
        }
        Ledger ledger = LedgerText.ledger(text.toString());
        assertThat(ledger.problems()).hasSize(count + 1);
        assertThat(ledger.records()).hasSize(1);
    }

    /// Record and reason of each problem, by record.
    private static List<String> reasons(String records) {
        Ledger ledger = ledger(records);
        return ledger.problems().stream()
                .map(problem -> recordAt(ledger, problem) + " " + problem.problem())
                .sorted()
                .toList();
    }
}
