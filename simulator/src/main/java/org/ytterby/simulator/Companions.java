package org.ytterby.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.formats.PackageForm;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// Writes what stands beside a package: the truth about what was planted, and a README.
final class Companions {
    private Companions() {}

    /// Where a package is: companions of a folder lie in it, those of a file beside it, under its
    /// name.
    record Place(Path out, PackageForm form) {
        Path of(String name) {
            if (!form.isFile()) {
                return out.resolve(name);
            }
            String file = String.valueOf(out.getFileName());
            return out.resolveSibling(file.replaceFirst("\\.[^.]*$", "") + '.' + name);
        }
    }

    static void write(
            Place place,
            SimulationPlan plan,
            Plot plot,
            YearTime time,
            SimulationSummary summary,
            List<String> notes) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        byte[] planted =
                JsonMapper.shared()
                        .writer()
                        .with(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(lines)
                                        .withArrayIndenter(lines))
                        .writeValueAsBytes(
                                plot.truths().stream().map(truth -> truth.toJson(time)).toList());
        try {
            Files.write(place.of("planted.json"), planted);
            Files.writeString(place.of("README.md"), readme(plan, plot, summary, notes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readme(
            SimulationPlan plan, Plot plot, SimulationSummary summary, List<String> notes) {
        StringBuilder planted = new StringBuilder();
        for (PlantedTruth truth : plot.truths()) {
            planted.append(
                    "- `%s`: %s %s. %s。%n"
                            .formatted(
                                    truth.scenario().code(),
                                    truth.scenario().english(),
                                    "(%s %s)"
                                            .formatted(
                                                    plan.size(truth.scenario()),
                                                    truth.scenario().unit()),
                                    truth.scenario().chinese()));
        }
        return """
        # A synthetic national year, %d

        Made by the simulator; every firm, person, place and country in it is fictional
        (country codes are those that ISO 3166-1 leaves to its users, places lie in the open sea).
        Plan totals, ore distributions, yields, exports and prices follow published figures;
        everything else is assumed. 本数据由模拟器生成，企业、人员、地点与国家均为虚构。

        - seed %d, %d flow lines asked for, %d written in %d records, %d assays
        - mined %.0f t REO, separated %.0f t REO, exported %.0f t (true values, as planned)

        ## Planted (see `planted.json`) · 植入的情形

        %s
        ## Notes on the figures · 数据说明

        %s
        """
                .formatted(
                        plan.year(),
                        plan.seed(),
                        plan.lines(),
                        summary.flowLines(),
                        summary.flowRecords(),
                        summary.assays(),
                        summary.minedTonnesReo(),
                        summary.separatedTonnesReo(),
                        summary.exportedTonnes(),
                        planted.isEmpty() ? "nothing · 无\n" : planted,
                        String.join("\n", notes.stream().map(note -> "- " + note).toList()));
    }
}
