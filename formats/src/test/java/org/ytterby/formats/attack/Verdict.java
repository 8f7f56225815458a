package org.ytterby.formats.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.Wording;
import org.ytterby.formats.testing.SmallPackage;

/// What must hold whatever a reader is given.
final class Verdict {
    private static final int TEXT_MAX = 2_000;
    private static final String FLOWS = "flows.csv";

    private Verdict() {}

    /// A refusal says why, in both languages, in words that cannot harm a terminal.
    static void onRefusal(Wording wording) {
        assertText(wording.en());
        assertText(wording.zh());
        assertThat(wording.zh()).matches("(?s).*\\p{IsHan}.*");
    }

    /// A problem has a place, a value and a sentence in both languages, all bounded and printable.
    static void onProblem(Problem problem) {
        assertThat(problem.file()).isNotBlank();
        assertThat(problem.row()).isNotNegative();
        assertThat(problem.problem()).isNotBlank();
        assertThat(problem.problemZh().codePoints().anyMatch(Character::isIdeographic)).isTrue();
        for (String text :
                List.of(
                        problem.file(),
                        problem.column(),
                        problem.value(),
                        problem.problem(),
                        problem.problemZh())) {
            assertText(text);
        }
        assertThat(problem.value().length()).isLessThanOrEqualTo(201);
    }

    private static void assertText(String text) {
        if (text.length() >= TEXT_MAX || text.codePoints().anyMatch(Verdict::isHarmful)) {
            fail("too long, or harmful on a terminal: %.3000s", text);
        }
    }

    /// Control characters, those that turn the direction of writing, and halves of pairs.
    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    /// Every row is read, or told by a problem. Tables that are not plain CSV in UTF-8, and those
    /// told as a whole, are passed over: what their rows are is then a matter of opinion.
    static void onRows(SmallPackage files, Declarations read) {
        Declarations.Stewardship kept = read.context().stewardship();
        Map<String, Integer> counts =
                Map.ofEntries(
                        entry("parties.csv", read.registry().parties()),
                        entry("memberships.csv", read.registry().memberships()),
                        entry("facilities.csv", read.registry().facilities()),
                        entry("permits.csv", read.registry().permits()),
                        entry("products.csv", read.products()),
                        entry("plans.csv", read.entitlements().plans()),
                        entry("licences.csv", read.entitlements().licences()),
                        entry("deposits.csv", read.context().deposits()),
                        entry("partner_imports.csv", read.context().partnerImports()),
                        entry("environmental_returns.csv", kept.returns()),
                        entry("capacities.csv", kept.capacities()),
                        entry("reserves.csv", kept.reserves()),
                        entry("stockpile.csv", kept.stockpile()));
        Map<String, Told> said = Told.byFile(read.problems());
        counts.forEach((file, rows) -> {
            Told told = said.getOrDefault(file, Told.nothing());
            List<List<String>> present = PlainTable.rows(files, file);
            if (!told.whole() && !present.isEmpty()) {
                int refused = told.refused();
                assertThat(rows + refused)
                        .as("rows of %s: %d read, %d refused", file, rows, refused)
                        .isEqualTo(PlainTable.count(present));
            }
        });
    }

    /// Every record id in the file is in force, corrected, cancelled, a cancellation, or told by a
    /// problem of one of its rows.
    static void onRecords(SmallPackage files, Ledger ledger) {
        Told told = Told.byFile(ledger.problems()).getOrDefault(FLOWS, Told.nothing());
        List<List<String>> rows = PlainTable.rows(files, FLOWS);
        if (told.whole() || rows.isEmpty()) {
            return;
        }
        int column = PlainTable.column(rows, "record");
        Set<String> accounted = accounted(ledger.flows(), ledger);
        for (int i = 1; i < rows.size(); i++) {
            if (told.isAbout(i + 1) && column < rows.get(i).size()) {
                accounted.add(rows.get(i).get(column));
            }
        }
        for (int i = 1; i < rows.size(); i++) {
            if (!PlainTable.isBlank(rows.get(i)) && !told.isAbout(i + 1)) {
                assertThat(rows.get(i)).as("cells of row " + (i + 1)).hasSizeGreaterThan(column);
                assertThat(accounted)
                        .as("record of row " + (i + 1))
                        .contains(rows.get(i).get(column));
            }
        }
    }

    private static Set<String> accounted(FlowTable flows, Ledger ledger) {
        Set<String> accounted = new HashSet<>();
        for (int r = 0; r < flows.recordCount(); r++) {
            if (ledger.isInForce(r)) {
                accounted.add(flows.recordId(r));
                for (int c = flows.corrects(r); c != Names.NONE; c = flows.corrects(c)) {
                    accounted.add(flows.recordId(c)); // superseded
                }
            }
            if (flows.type(r) == FlowType.CANCELLATION && !flows.isBad(r)) {
                accounted.add(flows.recordId(r));
                for (int c = flows.corrects(r); c != Names.NONE; c = flows.corrects(c)) {
                    if (!accounted.add(flows.recordId(c))) {
                        break; // cancelled, or in a circle that is told
                    }
                }
            }
        }
        return accounted;
    }

    /// What the problems say of one file.
    private static final class Told {
        private boolean whole;
        private final Set<Integer> doubtful = new HashSet<>();
        private final Set<Integer> bad = new HashSet<>();

        static Told nothing() {
            return new Told();
        }

        static Map<String, Told> byFile(List<Problem> problems) {
            Map<String, Told> told = new HashMap<>();
            for (Problem p : problems) {
                if (p.weight() == Problem.Weight.ERROR) {
                    told.computeIfAbsent(p.file(), _ -> nothing()).hear(p);
                }
            }
            return told;
        }

        private void hear(Problem p) {
            whole |= p.row() <= 1 || p.problem().contains("cannot be read from here on");
            (p.problem().contains("is kept") ? doubtful : bad).add(p.row());
        }

        /// Whether the table was not read to its end.
        boolean whole() {
            return whole;
        }

        /// Whether a problem is about a row.
        boolean isAbout(int row) {
            return bad.contains(row) || doubtful.contains(row);
        }

        /// Rows that were left out.
        int refused() {
            return bad.size();
        }
    }

    private static Map.Entry<String, Integer> entry(String file, Collection<?> rows) {
        return Map.entry(file, rows.size());
    }
}
