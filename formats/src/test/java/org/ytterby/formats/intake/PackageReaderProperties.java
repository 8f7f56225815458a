package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Property;
import org.ytterby.core.testing.Vectors;
import org.ytterby.formats.results.ResultWriter;
import org.ytterby.formats.testing.SmallPackage;

/// Whatever is done to a valid package, it is read, judged and answered, or refused as a whole.
///
/// The number of tries is multiplied by the system property `ytterby.tries.factor`.
class PackageReaderProperties {
    private static final double FACTOR =
            Double.parseDouble(System.getProperty("ytterby.tries.factor", "1"));
    private static final int SMALL_TRIES = 9_700;
    private static final int SAMPLE_TRIES = 300;
    private static final int SPOILINGS_MAX = 4;
    private static final int WRITTEN_ONE_IN = 5;
    private static final String FLOWS = "flows.csv";

    @TempDir Path folder;
    private final Map<String, byte[]> onDisk = new HashMap<>();

    private static int tries(int usual) {
        return Math.max(1, (int) (usual * FACTOR));
    }

    @Test
    void aSpoiledSmallPackageIsAnsweredOrRefused() {
        SmallPackage valid = SmallPackage.valid();
        Property.forAll(tries(SMALL_TRIES), random -> check(valid, random));
    }

    @Test
    void aSpoiledSamplePackageIsAnsweredOrRefused() {
        List<SmallPackage> samples = new ArrayList<>();
        for (Path sample : Vectors.named("packages", "sample-*")) {
            if (Files.exists(sample.resolve(FLOWS))) {
                samples.add(SmallPackage.of(sample));
            }
        }
        Property.forAll(
                tries(SAMPLE_TRIES),
                random -> check(samples.get(random.nextInt(samples.size())), random));
    }

    private void check(SmallPackage valid, RandomGenerator random) {
        SmallPackage files = valid.copy();
        List<String> names = List.copyOf(files.files().keySet());
        int spoilings = 1 + random.nextInt(SPOILINGS_MAX);
        for (int i = 0; i < spoilings; i++) {
            boolean inFlows = random.nextInt(3) == 0;
            String file = inFlows ? FLOWS : names.get(random.nextInt(names.size()));
            Spoiling[] ways = Spoiling.values();
            ways[random.nextInt(ways.length)].spoil(files, file, random);
        }
        if (random.nextInt(20) == 0) {
            files.remove(names.get(random.nextInt(names.size())));
        }
        Declarations declared;
        try {
            declared = PackageReader.read(place(files));
        } catch (PackageUnreadable refusal) {
            assertThat(refusal.wording().zh()).matches("(?s).*\\p{IsHan}.*");
            return;
        }
        Reconciliation answer = Reconciler.reconcile(declared, Settings.standard());
        if (random.nextInt(WRITTEN_ONE_IN) == 0) {
            ResultWriter.write(answer, folder.resolve("out"));
        }
        if (files.files().containsKey(FLOWS)) {
            assertNothingVanishes(files, answer);
        }
    }

    /// Writes what differs from the package before, which is most of the time little.
    private Path place(SmallPackage files) {
        Path target = folder.resolve("package");
        try {
            Files.createDirectories(target);
            for (String gone : List.copyOf(onDisk.keySet())) {
                if (!files.files().containsKey(gone)) {
                    Files.delete(target.resolve(gone));
                    onDisk.remove(gone);
                }
            }
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                if (!Arrays.equals(onDisk.get(file.getKey()), file.getValue())) {
                    Files.write(target.resolve(file.getKey()), file.getValue());
                    onDisk.put(file.getKey(), file.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target;
    }

    /// Every record id in the file is in force, corrected, cancelled, a cancellation, or told by a
    /// problem: of one of its rows, of a row that swallowed it, or of the file as a whole.
    private static void assertNothingVanishes(SmallPackage files, Reconciliation answer) {
        List<List<String>> rows = parse(files);
        Set<Integer> told = new HashSet<>();
        for (Problem p : answer.problems()) {
            if (p.file().equals(FLOWS) && p.weight() == Problem.Weight.ERROR) {
                boolean wholeTable =
                        p.row() == 1 || p.problem().contains("cannot be read from here on");
                if (wholeTable) {
                    return;
                }
                told.add(p.row());
            }
        }
        int column = rows.isEmpty() ? -1 : indexOfStripped(rows.getFirst(), "record");
        if (column < 0) {
            assertThat(answer.isPartial()).isTrue();
            return;
        }
        Set<String> accounted = accounted(answer.ledger());
        for (int i = 1; i < rows.size(); i++) {
            String id = column < rows.get(i).size() ? rows.get(i).get(column) : "";
            if (!id.isBlank() && told.contains(i + 1)) {
                accounted.add(id);
            }
        }
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().allMatch(String::isBlank) || told.contains(i + 1)) {
                continue;
            }
            assertThat(row.size()).as("cells of row " + (i + 1)).isGreaterThan(column);
            assertThat(accounted).as("record of row " + (i + 1)).contains(row.get(column));
        }
    }

    private static int indexOfStripped(List<String> header, String name) {
        return header.stream().map(String::strip).toList().indexOf(name);
    }

    private static Set<String> accounted(Ledger ledger) {
        FlowTable flows = ledger.flows();
        Set<String> accounted = new HashSet<>();
        for (int r = 0; r < flows.recordCount(); r++) {
            if (ledger.isInForce(r)) {
                accounted.add(flows.recordId(r));
                for (int c = flows.corrects(r); c != Names.NONE; c = flows.corrects(c)) {
                    accounted.add(flows.recordId(c)); // superseded
                }
            }
            if (flows.type(r) == FlowType.CANCELLATION && !flows.isBad(r)) {
                accounted.add(flows.recordId(r));
                for (int c = flows.corrects(r); c != Names.NONE; c = flows.corrects(c)) {
                    if (!accounted.add(flows.recordId(c))) {
                        break; // cancelled, or in a circle that is told
                    }
                }
            }
        }
        return accounted;
    }

    @SuppressWarnings("removal")
    private static List<List<String>> parse(SmallPackage files) {
        byte[] bytes = files.files().getOrDefault(FLOWS, new byte[0]);
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
