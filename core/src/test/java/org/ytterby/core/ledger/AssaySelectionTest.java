package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.LedgerText;

/// Which assay values a line at noon of 5 January, as a table.
///
/// `a@3` is an assay of the lot on the 3rd, `a` one without a time; `p` begins those of the
/// product; `!` marks one that could not be read.
class AssaySelectionTest {
    private static final String TABLE =
            """
            claim                                              | assays        | chosen
            the product's serves where the lot has none        | p             | p
            the lot's goes before the product's                | p a           | a
            the latest that is not after the line              | a@1 b@4 c@6   | b
            rows may come in any order                         | c@6 b@4 a@1   | b
            one on the day of the line is not after it         | a@1 b@5 c@6   | b
            one without a time counts as earliest              | a@1 b         | a
            one without a time comes before later ones         | a@6 b         | b
            of two at one time the later row wins              | a@4 b@4       | b
            of two without a time the later row wins           | a b           | b
            the earliest of later ones where none is before    | a@8 b@6       | b
            of two earliest later ones the later row wins      | a@6 b@6 c@8   | b
            the lot's later one goes before the product's      | p@1 a@8       | a
            the product's are chosen by the same rule          | p@8 q@2 r@4   | r
            a bad one is left out where the lot has another    | a@1 !b@4       | a
            lines of a lot whose only one is bad are errors    | p !b@4         | unreadable
            lines that fall to a bad one of the product too    | !p             | unreadable
            a good one of the lot needs none of the product    | !p a           | a
            """;

    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return TABLE.lines()
                .skip(1)
                .map(row -> row.split("\\|", -1))
                .map(cells ->
                        dynamicTest(
                                cells[0].strip(),
                                () ->
                                        assertThat(chosen(cells[1].strip()))
                                                .isEqualTo(cells[2].strip())));
    }

    private static String chosen(String assays) {
        StringBuilder text =
                new StringBuilder(
                        "product fresh concentrate\nR extraction 2024-01-05 M1 L fresh 1\n");
        for (String word : List.of(assays.split(" ", -1))) {
            boolean bad = word.startsWith("!");
            String plain = bad ? word.substring(1) : word;
            int at = plain.indexOf('@');
            String id = at < 0 ? plain : plain.substring(0, at);
            text.append("assay ")
                    .append(id)
                    .append(id.compareTo("p") >= 0 ? " fresh" : " L")
                    .append(at < 0 ? "" : " at=2024-01-0" + plain.substring(at + 1))
                    .append(bad ? " bad\n" : " Nd=0.5\n");
        }
        Ledger ledger = LedgerText.ledger(text.toString());
        if (ledger.records().length == 0) {
            return ledger.problems().getFirst().problem().contains("could not be read")
                    ? "unreadable"
                    : "none";
        }
        return ledger.declarations().assays().id(ledger.assay(ledger.lines()[0]));
    }

    @Test
    void aRecordWithALineThatNothingValuesIsLeftOutWhole() {
        Ledger ledger =
                LedgerText.ledger(
                        """
                        product fresh concentrate
                        A extraction 2024-01-05 M1 L conc  1
                        A extraction 2024-01-05 M1 N fresh 1
                        B extraction 2024-01-05 M1 L conc  1
                        """);
        assertThat(ledger.records()).hasSize(1);
        Problem problem = ledger.problems().getFirst();
        assertThat(problem.value()).isEqualTo("N");
        assertThat(problem.problem()).contains("neither this lot nor its product");
        assertThat(problem.problemZh()).contains("化验");
    }
}
