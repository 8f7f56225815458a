package org.ytterby.formats.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.Vectors;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.formats.results.ResultWriter;
import org.ytterby.formats.testing.SmallPackage;

/// Whatever is done to a valid package, it is read, judged and answered, or refused as a whole.
///
/// The number of cases is the system property `ytterby.fuzz-cases`. A failure names its seed; it is
/// replayed by
///
/// ```
/// mvn test -pl formats -am -Dtest=ReaderAttackProperties -Dsurefire.failIfNoSpecifiedTests=false \
///     -Dytterby.fuzz-cases=1 -Dytterby.seed=17
/// ```
class ReaderAttackProperties {
    private static final int CASES = Integer.getInteger("ytterby.fuzz-cases", 10_000);
    private static final int SAMPLE_ONE_IN = 33;
    private static final int READ_AGAIN_ONE_IN = 20;
    private static final int WRITTEN_ONE_IN = 10;

    @TempDir Path folder;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void anAttackedSmallPackageIsAnsweredOrRefused(TestReporter reporter) {
        SmallPackage valid = SmallPackage.valid();
        int cases = Math.max(1, CASES - CASES / SAMPLE_ONE_IN);
        Property.forAll(cases, random -> check(valid, random));
        reporter.publishEntry(String.valueOf(outcomes));
    }

    @Test
    void anAttackedSamplePackageIsAnsweredOrRefused() {
        List<SmallPackage> samples = new ArrayList<>();
        for (Path sample : Vectors.named("packages", "sample-*")) {
            if (Files.exists(sample.resolve("flows.csv"))) {
                samples.add(SmallPackage.of(sample));
            }
        }
        Property.forAll(
                Math.max(1, CASES / SAMPLE_ONE_IN),
                random -> check(Attack.pick(random, samples), random));
    }

    private void check(SmallPackage valid, RandomGenerator random) throws IOException {
        AttackCase drawn = AttackCase.draw(valid, folder, random);
        try {
            judge(drawn, random);
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(drawn + " went wrong: " + e, e);
        }
    }

    private void judge(AttackCase drawn, RandomGenerator random) throws IOException {
        Declarations declared;
        try {
            declared = PackageReader.read(drawn.path());
        } catch (PackageUnreadable refusal) {
            Verdict.onRefusal(refusal.wording());
            outcomes.merge("refused", 1, Integer::sum);
            return;
        }
        outcomes.merge(
                declared.problems().isEmpty() ? "without a problem" : "with problems",
                1,
                Integer::sum);
        declared.problems().forEach(Verdict::onProblem);
        Reconciliation answer = Reconciler.reconcile(declared, Settings.standard());
        answer.problems().forEach(Verdict::onProblem);
        if (!drawn.formAttacked() && !drawn.files().files().containsKey(DescriptorAttack.FILE)) {
            Verdict.onRows(drawn.files(), declared);
            Verdict.onRecords(drawn.files(), answer.ledger());
        }
        if (random.nextInt(WRITTEN_ONE_IN) == 0) {
            assertWritten(answer);
        }
        if (random.nextInt(READ_AGAIN_ONE_IN) == 0) {
            assertThat(PackageReader.read(drawn.path()).problems()).isEqualTo(declared.problems());
            assertThat(Reconciler.reconcile(declared, Settings.standard()).findings())
                    .isEqualTo(answer.findings());
        }
    }

    /// Every problem has its row in `errors.csv`.
    private void assertWritten(Reconciliation answer) {
        Path out = folder.resolve("out");
        ResultWriter.write(answer, out);
        List<List<String>> rows = PlainTable.rows(SmallPackage.of(out), "errors.csv");
        assertThat(PlainTable.count(rows)).isEqualTo(answer.problems().size());
    }
}
