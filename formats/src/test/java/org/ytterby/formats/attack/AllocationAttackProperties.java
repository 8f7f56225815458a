package org.ytterby.formats.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.LinkedAllocator;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.testing.Property;
import org.ytterby.formats.intake.AllocationInput;
import org.ytterby.formats.intake.AllocationReader;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.formats.results.AllocationWriter;
import org.ytterby.formats.testing.AllocationBook;
import org.ytterby.formats.testing.Workbooks;

/// Whatever is done to a valid allocation workbook, it is planned, refused with places, or refused
/// as a whole.
///
/// The number of cases is a fiftieth of the system property `ytterby.fuzz-cases`.
class AllocationAttackProperties {
    private static final int CASES =
            Math.max(1, Integer.getInteger("ytterby.fuzz-cases", 10_000) / 50);
    private static final int CHANGES_MAX = 4;

    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    "0",
                    "-1",
                    "1",
                    "2",
                    "0.5",
                    "1e9",
                    "1000000000",
                    "1e308",
                    "NaN",
                    "Infinity",
                    "9223372036854775808",
                    "0.000000001",
                    "1,5",
                    "１２",
                    "rock_mining",
                    "ionic_mining",
                    "separation",
                    "DAWN",
                    "HILLS",
                    "yes",
                    "no",
                    "relax",
                    "refuse",
                    "bonus",
                    "exclusion",
                    "2026-01-01",
                    "2025-02-29",
                    "0001-01-01",
                    "9999-12-31",
                    "<=",
                    "=1+1",
                    "\u001b[2J",
                    "\u202Ex",
                    "x".repeat(5_000),
                    "<script>",
                    "../../etc/passwd",
                    "稀土");

    @TempDir Path folder;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void anAttackedWorkbookIsPlannedOrRefused(TestReporter reporter) {
        Property.forAll(CASES, this::check);
        reporter.publishEntry(String.valueOf(outcomes));
        assertThat(outcomes).containsKeys("planned", "errors");
    }

    private void check(RandomGenerator random) {
        AllocationBook book = AllocationBook.example();
        int changes = random.nextInt(CHANGES_MAX + 1);
        for (int k = 0; k < changes; k++) {
            attack(book, random);
        }
        Path file = book.write(folder.resolve("attacked.xlsx"));
        if (random.nextInt(8) == 0) {
            cutAPart(file, random);
        }
        AllocationInput input;
        try {
            input = AllocationReader.read(file);
        } catch (PackageUnreadable refused) {
            Verdict.onRefusal(refused.wording());
            outcomes.merge("refused", 1, Integer::sum);
            return;
        }
        input.problems().forEach(Verdict::onProblem);
        if (!input.errors().isEmpty()) {
            assertThat(input.requests()).isEmpty();
            outcomes.merge("errors", 1, Integer::sum);
            return;
        }
        judge(LinkedAllocator.outcome(input.requests(), input.links()));
    }

    private static void attack(AllocationBook book, RandomGenerator random) {
        String sheet = book.sheets().get(random.nextInt(book.sheets().size()));
        List<String[]> rows = book.rows(sheet);
        String[] row = rows.get(random.nextInt(rows.size()));
        switch (random.nextInt(8)) {
            case 0 -> rows.add(row.clone());
            case 1 -> rows.remove(rows.size() > 1 ? 1 + random.nextInt(rows.size() - 1) : 0);
            case 2 -> book.without(sheet);
            default -> row[random.nextInt(row.length)] = Attack.pick(random, VALUES);
        }
        if (book.sheets().contains(sheet) && rows.isEmpty()) {
            book.without(sheet);
        }
    }

    private static void cutAPart(Path file, RandomGenerator random) {
        List<String> parts = new ArrayList<>(Workbooks.parts(file).keySet());
        Workbooks.edit(
                file,
                parts.get(random.nextInt(parts.size())),
                text -> text.substring(0, random.nextInt(text.length() + 1)));
    }

    private void judge(Linked outcome) {
        switch (outcome) {
            case Linked.Planned planned -> {
                for (Allocation plan : planned.plans().values()) {
                    assertThat(plan.placedT() + plan.heldT())
                            .isEqualTo(plan.request().policy().totalT());
                    for (Allocation.Row row : plan.rows()) {
                        assertThat(row.tonnes())
                                .isBetween(row.bounds().floorT(), row.bounds().ceilingT());
                    }
                }
                AllocationWriter.write(planned, folder.resolve("out"));
                outcomes.merge("planned", 1, Integer::sum);
            }
            case Linked.Contradicted gap -> {
                assertThat(gap.gap().gapT()).isPositive();
                outcomes.merge("contradicted", 1, Integer::sum);
            }
            case Linked.Unfed unfed -> {
                assertThat(unfed.missingT()).isNotEmpty();
                outcomes.merge("unfed", 1, Integer::sum);
            }
        }
    }
}
