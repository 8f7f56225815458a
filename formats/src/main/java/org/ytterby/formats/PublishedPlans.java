package org.ytterby.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.plan.opinion.BackTest.Published;

/// Published plans by holder, as far as they are complete; each figure of the file has its source
/// and how sure it is.
public final class PublishedPlans {
    private static final String RESOURCE = "published-plans.csv";

    private PublishedPlans() {}

    /// All that are shipped, of each scope in the order of time.
    public static List<Published> shipped() {
        Map<List<String>, SortedMap<String, Long>> plans = new LinkedHashMap<>();
        try (InputStream in = PublishedPlans.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                csv.forEach(row ->
                        plans.computeIfAbsent(
                                        List.of(row.getField("period"), row.getField("scope")),
                                        _ -> new TreeMap<>())
                                .put(
                                        row.getField("holder"),
                                        Long.valueOf(row.getField("tonnes_reo"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Published> published = new ArrayList<>();
        plans.forEach(
                (key, tonnes) -> published.add(new Published(key.get(0), key.get(1), tonnes)));
        return published;
    }
}
