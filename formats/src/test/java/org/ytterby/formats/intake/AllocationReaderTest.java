package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.LinkedAllocator;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.formats.AllocationTemplate;
import org.ytterby.formats.testing.AllocationBook;

class AllocationReaderTest {
    @TempDir Path folder;

    private AllocationInput read(AllocationBook book) {
        return AllocationReader.read(book.write(folder.resolve("plan.xlsx")));
    }

    @Test
    void theTemplateReadsAsItsExample() {
        Path template = folder.resolve("template.xlsx");
        AllocationTemplate.write(template, true);
        AllocationInput input = AllocationReader.read(template);
        assertThat(input.problems()).isEmpty();
        AllocationInput example = read(AllocationBook.example());
        assertThat(example.problems()).isEmpty();
        assertThat(input.requests()).isEqualTo(example.requests());
        assertThat(input.requests())
                .extracting(r -> r.policy().stage())
                .containsExactly(PlanStage.ROCK_MINING, PlanStage.SEPARATION);
        assertThat(input.links()).hasSize(2);
    }

    @Test
    void theExampleCanBePlanned() {
        AllocationInput input = read(AllocationBook.example());
        assertThat(LinkedAllocator.outcome(input.requests(), input.links()))
                .isInstanceOf(Linked.Planned.class);
    }

    @Test
    void gatesCarryTheirDatesAndHowSureTheyAre() {
        Request request = read(AllocationBook.example()).requests().getLast();
        assertThat(request.gates())
                .extracting(g -> g.condition().clause().confidence())
                .contains(Confidence.SEEN, Confidence.INFERRED);
        Gate capacity =
                request.gates().stream()
                        .filter(g -> g.condition().code().equals("separation-capacity"))
                        .findFirst()
                        .orElseThrow();
        assertThat(capacity.condition().bound()).isEqualTo(2000);
        assertThat(capacity.stages()).containsExactly(PlanStage.SEPARATION);
        Gate producing =
                request.gates().stream()
                        .filter(g -> g.condition().code().equals("producing"))
                        .findFirst()
                        .orElseThrow();
        assertThat(producing.condition().span().contains(request.policy().dayMicros())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    policy, 2, stage, mining, must be one of
                    policy, 2, total_t, 60000.5, whole number
                    policy, 2, total_t, much, not a number
                    policy, 2, total_t, '', required
                    policy, 2, reserve_t, 60001, above the total
                    policy, 2, beta, 0.6, at most 0.5
                    policy, 2, day, 2026-02-30, not a date
                    policy, 2, delta_down, 1.5, at most 1
                    policy, 2, life_years_min, '', required for mining
                    policy, 3, stage, rock_mining, earlier row
                    groups, 2, parent, NONE, no group above
                    groups, 2, parent, DAWN, circle
                    bands, 2, group, NONE, no good row
                    bands, 2, max_t, 5, below the least
                    bands, 2, share_max, 0, at least
                    lines, 2, weight, 0.31, must sum to 1
                    lines, 2, benchmark, 0, at least
                    lines, 2, direction, up, must be one of
                    lines, 2, fixed_on, 2026-01-15, before the day of the policy
                    lines, 3, indicator, mining_recovery, earlier row
                    gates, 2, comparison, =>, must be one of
                    gates, 2, stages, mining, no such stage
                    gates, 3, gate, mining-licence, earlier row
                    gates, 2, until, 2019-12-31, ends before it begins
                    gates, 2, confidence, sure, must be one of
                    enterprises, 2, enterprise, 91000000MA00099019, check digit
                    enterprises, 2, group, NONE, no good row
                    enterprises, 2, enterprise, DAWN, a group has this id
                    applications, 2, enterprise, NONE, no good row
                    applications, 2, licensed_t, -1, at least 0
                    applications, 2, design_t, '', required for mining
                    history, 2, year, 2026, before the plan of 2026
                    history, 3, year, 2023, earlier row
                    history, 2, verified, maybe, must be one of
                    indicators, 2, value, yes, not a number
                    indicators, 2, enterprise, NONE, no good row
                    consequences, 2, share, '', a share is required
                    consequences, 2, share, 2, at most 1
                    links, 2, holder, NONE, no group and no enterprise
                    links, 2, recovery, 0, at least
                    """)
    void everyBadCellIsToldWithItsPlace(
            String sheet, int row, String column, String value, String words) {
        AllocationInput input = read(AllocationBook.example().set(sheet, row, column, value));
        assertThat(input.requests()).isEmpty();
        assertThat(input.errors())
                .anySatisfy(p -> {
                    assertThat(p.file()).isEqualTo(sheet);
                    assertThat(p.row()).isEqualTo(row);
                    assertThat(p.column()).isEqualTo(column);
                    assertThat(p.problem()).contains(words);
                    assertThat(p.problemZh()).matches("(?s).*\\p{IsHan}.*");
                });
    }

    @Test
    void whatFollowsFromAFaultIsNotToldAgain() {
        AllocationBook book = AllocationBook.example();
        book.set("policy", 2, "delta_up", "much").set("lines", 2, "weight", "heavy");
        assertThat(read(book).problems())
                .extracting(Problem::column)
                .containsExactly("delta_up", "weight");
    }

    @Test
    void linksMustBeApartAndHaveSomebodyToFeed() {
        AllocationBook book = AllocationBook.example();
        String mine = book.rows("enterprises").get(1)[0];
        assertThat(read(book.add("links", mine, "0.9")).errors())
                .extracting(Problem::problem)
                .anyMatch(text -> text.contains("has a link already"));
        AllocationBook alone = AllocationBook.example().emptied("links");
        alone.set("enterprises", 2, "group", "").add("links", mine, "0.9");
        assertThat(read(alone).errors())
                .extracting(Problem::problem)
                .containsExactly("nobody of it is planned at the stage separation");
    }

    @Test
    void aStageThatNobodyAppliesForIsToldAndOneWithoutPolicyNoted() {
        AllocationBook book = AllocationBook.example();
        book.add("policy", "ionic_mining", "2026", "2026-01-15", "100", "", "0.5", "", "", "10");
        assertThat(read(book).errors())
                .extracting(Problem::problem)
                .containsExactly("nobody applies at this stage, which has a policy");
        AllocationBook other = AllocationBook.example();
        String mine = other.rows("enterprises").get(1)[0];
        other.add("applications", "ionic_mining", mine, "1", "1", "1", "1");
        AllocationInput input = read(other);
        assertThat(input.errors()).isEmpty();
        assertThat(input.problems()).extracting(Problem::weight).containsOnly(Problem.Weight.NOTE);
    }

    @Test
    void whatIsNoAllocationWorkbookIsRefusedAsAWhole() throws IOException {
        assertThatThrownBy(() -> AllocationReader.read(folder.resolve("gone.xlsx")))
                .isInstanceOf(PackageUnreadable.class)
                .hasMessageContaining("no such file");
        Path text = Files.writeString(folder.resolve("text.xlsx"), "stage,year");
        assertThatThrownBy(() -> AllocationReader.read(text)).isInstanceOf(PackageUnreadable.class);
        assertThatThrownBy(() -> read(AllocationBook.example().without("policy")))
                .isInstanceOf(PackageUnreadable.class)
                .hasMessageContaining("policy");
    }
}
