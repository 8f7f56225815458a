package org.ytterby.app;

import java.nio.file.Path;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.results.ResultWriter;

public final class Ytterby {
    private Ytterby() {}

    public static void main(String[] args) {
        Reconciliation r = Reconciler.reconcile(PackageReader.read(Path.of(args[0])), new Settings(0.05, args.length > 2, java.util.Set.of()));
        ResultWriter.write(r, Path.of(args[1]));
        r.findings().stream().limit(12).forEach(f -> System.out.println(f.rule().code() + " " + f.message().en() + " p=" + f.weight().pValue() + " q=" + f.weight().qValue()));
        r.problems().stream().limit(20).forEach(System.out::println);
        r.detectable().forEach(System.out::println);
    }
}
