package org.ytterby.benchmarks.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.simulator.Simulator;

/// Published distributions of rare earths in ores, as shares of trade oxides.
///
/// @param name what the table calls the source
/// @param mineral its kind of ore
record OreSource(String name, String mineral, Composition composition) {
    private static final String SHIPPED = "facts/ree_distributions.csv";

    /// Percent that a source has of what the table calls a trace: half of the usual last digit.
    private static final double TRACE_PERCENT = 0.05;

    /// Whether it is an ion-adsorption clay.
    boolean isIonic() {
        return mineral.startsWith("ion-adsorption");
    }

    /// The sources of a table of which all oxides but scandium's are itemised.
    ///
    /// @param table a file, or null for the one that the simulator ships
    static List<OreSource> read(@Nullable Path table) throws IOException {
        try (InputStream in =
                table == null
                        ? Simulator.class.getResourceAsStream(SHIPPED)
                        : Files.newInputStream(table)) {
            if (in == null) {
                throw new IOException("the simulator ships no " + SHIPPED);
            }
            List<OreSource> sources = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
                for (NamedCsvRecord row : rows) {
                    double[] percent = percent(row);
                    if (percent.length > 0) {
                        sources.add(
                                new OreSource(
                                        row.getField("source"),
                                        row.getField("mineral_type"),
                                        Composition.closing(percent)));
                    }
                }
            }
            return List.copyOf(sources);
        }
    }

    /// One value an element, none at all where an oxide is not itemised.
    private static double[] percent(NamedCsvRecord row) {
        double[] percent = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            if (e == Element.Sc) {
                continue;
            }
            String text = row.getField(oxide(e)).strip();
            if (text.isEmpty()) {
                return new double[0];
            }
            percent[e.ordinal()] = text.equals("trace") ? TRACE_PERCENT : Double.parseDouble(text);
        }
        return percent;
    }

    private static String oxide(Element e) {
        return switch (e) {
            case Ce -> "CeO2";
            case Pr -> "Pr6O11";
            case Tb -> "Tb4O7";
            case La, Nd, Sm, Eu, Gd, Dy, Ho, Er, Tm, Yb, Lu, Y, Sc -> e.name() + "2O3";
        };
    }
}
