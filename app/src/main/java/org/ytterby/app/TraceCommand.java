package org.ytterby.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.supervision.MeasuredExcess;
import org.ytterby.formats.intake.PackageReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ytterby trace`: what a lot was made of, what was made with it, and where all of it went.
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Traces a lot backward, forward, and to every place that holds or held its material.",
            "追溯批次：由何而来、去向何处、追溯范围内还有哪些场所和批次。"
        },
        footer = {
            "",
            "Exit status: 0 done; 2 input errors, results from what was good; 3 could not run."
        })
final class TraceCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PACKAGE", description = PackageSource.DESCRIPTION)
    private Path source;

    @Parameters(index = "1", paramLabel = "LOT", description = "id of the lot")
    private String lot;

    @Option(names = "--limit", paramLabel = "N", description = "rows of each table (default: 30)")
    private int limit = 30;

    @Option(names = "--json", description = "print the whole trace as JSON")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    TraceCommand() {}

    @Override
    public Integer call() {
        Language language = lang.language();
        Screen screen = Screen.of(spec);
        Ledger ledger;
        try (Progress progress = new Progress(screen, language)) {
            progress.phase("reading", "读取");
            ledger = Ledger.of(PackageReader.read(source, progress::read));
        }
        int status = InputErrors.tell(ledger.problems(), screen, language);
        Births births = Births.of(ledger);
        Trace trace = Tracing.of(births, new MeasuredExcess(ledger)).trace(lotNumber(ledger));
        if (json) {
            TraceJson.write(births, trace, screen.out());
        } else {
            new TraceText(births, trace, screen, language).print(Math.max(0, limit));
        }
        return status;
    }

    private int lotNumber(Ledger ledger) {
        Names lots = ledger.flows().texts().lots();
        Groups lines = ledger.linesByLot();
        int number = lots.find(lot);
        if (number != Names.NONE && number < lines.groupCount() && lines.size(number) > 0) {
            return number;
        }
        String nearest =
                String.join(
                        ", ",
                        Nearest.to(
                                lot,
                                IntStream.range(0, lines.groupCount())
                                        .filter(i -> lines.size(i) > 0)
                                        .mapToObj(lots::name)));
        String shown = nearest.isEmpty() ? "-" : nearest;
        throw new Refused(
                "no record in force names a lot %s; nearest lots: %s".formatted(lot, shown),
                "有效记录中没有批次 %s；相近的批次：%s".formatted(lot, shown));
    }
}
