package org.ytterby.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ytterby.benchmarks.desk.PageStudy;
import org.ytterby.benchmarks.detection.CleanYearsStudy;
import org.ytterby.benchmarks.detection.MisspecificationStudy;
import org.ytterby.benchmarks.detection.PatternStudy;
import org.ytterby.benchmarks.detection.PowerStudy;
import org.ytterby.benchmarks.detection.ProvenanceStudy;
import org.ytterby.benchmarks.detection.ScenarioStudy;
import org.ytterby.benchmarks.epcis.EpcisCaptureStudy;
import org.ytterby.benchmarks.epcis.EpcisHashStudy;
import org.ytterby.benchmarks.ledger.LedgerStudy;
import org.ytterby.benchmarks.ledger.TraceServiceStudy;
import org.ytterby.benchmarks.plan.AllocationStudy;
import org.ytterby.benchmarks.proof.RebuildStudy;
import org.ytterby.benchmarks.restart.RestartStudy;
import org.ytterby.benchmarks.speed.KernelStudy;
import org.ytterby.benchmarks.speed.ScaleStudy;

/// `./ytterby bench`: lists the studies, or runs the one that is named.
public final class Bench {
    /// In the order of the sections of `docs/benchmarks.md`.
    private static final List<Study> STUDIES =
            List.of(
                    new PowerStudy(),
                    new PatternStudy(),
                    new CleanYearsStudy(),
                    new ScenarioStudy(),
                    new ProvenanceStudy(),
                    new MisspecificationStudy(),
                    new KernelStudy(),
                    new ScaleStudy(),
                    new RebuildStudy(),
                    new EpcisHashStudy(),
                    new EpcisCaptureStudy(),
                    new LedgerStudy(),
                    new TraceServiceStudy(),
                    new PageStudy(),
                    new RestartStudy(),
                    new AllocationStudy());

    private Bench() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length == 0) {
            out.println("usage: ./ytterby bench STUDY [ARGUMENT…]");
            STUDIES.forEach(study -> out.printf("  %-20s %s%n", study.name(), study.summary()));
            return;
        }
        for (Study study : STUDIES) {
            if (study.name().equals(args[0])) {
                study.run(List.of(args).subList(1, args.length), out);
                return;
            }
        }
        out.println("no study is named " + args[0] + "; ./ytterby bench lists them");
        System.exit(3);
    }
}
