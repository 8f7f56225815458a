package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.testing.SmallPackage;

/// What a package says of surroundings, capacity and resources.
class StewardshipReaderTest {
    @TempDir Path folder;

    private Declarations read(SmallPackage files) {
        return PackageReader.read(files.write(folder.resolve("package")));
    }

    @Test
    void everyColumnIsRead() {
        Declarations.Stewardship kept = read(SmallPackage.valid()).context().stewardship();
        assertThat(kept.returns())
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.month()).isEqualTo(YearMonth.of(2019, 1));
                    assertThat(figure.indicator()).isEqualTo("ammonia_nitrogen");
                    assertThat(figure.value()).isEqualTo(11.5);
                    assertThat(figure.enteredMicros())
                            .isEqualTo(LedgerTime.parseDate("2019-02-08").orElseThrow());
                    assertThat(figure.document()).isEqualTo("M-1");
                });
        assertThat(kept.capacities())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.kinds())
                            .containsExactlyInAnyOrder("separation", "separation-mixed");
                    assertThat(row.approvedT()).isEqualTo(9000);
                    assertThat(row.installedT()).isEqualTo(9000);
                    assertThat(row.processes()).containsExactly("ammonia_saponification");
                    assertThat(row.technologyClass()).isEqualTo("A");
                    assertThat(row.span().untilMicros()).isEqualTo(LedgerTime.END);
                    assertThat(row.basis()).isEqualTo("C-1");
                });
        assertThat(kept.reserves())
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.standard()).isEqualTo("GB/T 17766-1999");
                    assertThat(report.provenT()).isEqualTo(120_000);
                    assertThat(report.resourcesT()).isEqualTo(60_000);
                    assertThat(report.miningRecovery()).isEqualTo(0.9);
                });
        assertThat(kept.stockpile())
                .singleElement()
                .satisfies(movement -> {
                    assertThat(movement.isIn()).isTrue();
                    assertThat(movement.tonnesReo()).isEqualTo(10);
                });
    }

    @Test
    void anIndicatorThatNobodyDefinedIsKeptAndToldOf() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(
                                        "environmental_returns.csv",
                                        "PLANT,2019-01,noise_at_night,41,,"));
        assertThat(declared.context().stewardship().returns()).hasSize(2);
        assertThat(declared.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo("indicator");
                    assertThat(problem.weight()).isNotEqualTo(Problem.Weight.ERROR);
                });
    }
}
