package org.ytterby.benchmarks.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.simulator.Simulator;

/// The published mixes of rare-earth ores that the simulator works with.
final class PublishedSources {
    private static final String TABLE = "facts/ree_distributions.csv";

    private PublishedSources() {}

    /// A published mix; what is printed as a trace counts as nothing.
    record Source(String name, String mineral, Composition composition) {
        /// Whether it is an ion-adsorption clay.
        boolean isIonic() {
            return mineral.startsWith("ion-adsorption");
        }
    }

    /// In the order of the table.
    static List<Source> all() throws IOException {
        InputStream table =
                Objects.requireNonNull(Simulator.class.getResourceAsStream(TABLE), TABLE);
        String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text);
                Stream<NamedCsvRecord> stream = rows.stream()) {
            return stream.map(PublishedSources::source).toList();
        }
    }

    private static Source source(NamedCsvRecord row) {
        double[] parts =
                Element.ALL.stream().mapToDouble(e -> percent(row.getField(e.oxide()))).toArray();
        return new Source(
                row.getField("source"), row.getField("mineral_type"), Composition.closing(parts));
    }

    private static double percent(String cell) {
        return cell.isEmpty() || cell.equals("trace") ? 0 : Double.parseDouble(cell);
    }
}
