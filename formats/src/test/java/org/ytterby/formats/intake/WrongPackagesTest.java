package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.formats.testing.SmallPackage;

/// What is no ledger package is refused as a whole, in both languages, with its path.
class WrongPackagesTest {
    private static final String DESCRIPTOR = "datapackage.json";

    @TempDir Path folder;

    private static PackageUnreadable refusal(Path path) {
        PackageUnreadable refusal =
                catchThrowableOfType(PackageUnreadable.class, () -> PackageReader.read(path));
        assertThat(refusal).as("refusal of " + path.getFileName()).isNotNull();
        assertThat(refusal.wording().en()).contains(path.getFileName().toString());
        assertThat(refusal.wording().zh()).matches("(?s).*\\p{IsHan}.*");
        return refusal;
    }

    private Path withDescriptor(String json) {
        return SmallPackage.valid().put(DESCRIPTOR, json).write(folder.resolve("package"));
    }

    private static String resource(String name, String path) {
        return "{\"resources\":[{\"name\":\"" + name + "\",\"path\":\"" + path + "\"}]}";
    }

    @Test
    void whatIsNotThereIsRefused() {
        refusal(folder.resolve("nowhere"));
    }

    @Test
    void anEmptyFolderNamesEveryRequiredTable() {
        assertThat(refusal(folder).wording().en())
                .contains(
                        "parties.csv", "facilities.csv", "products.csv", "assays.csv", "flows.csv")
                .doesNotContain("plans.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parties", "facilities", "products", "assays", "flows"})
    void aRequiredTableThatIsMissingIsNamed(String table) {
        Path path = SmallPackage.valid().remove(table + ".csv").write(folder.resolve("package"));
        assertThat(refusal(path).wording().en()).contains(table + ".csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memberships",
                "permits",
                "methods",
                "plans",
                "licences",
                "deposits",
                "partner_imports",
                "environmental_returns",
                "capacities",
                "reserves",
                "stockpile"
            })
    void anOptionalTableThatIsMissingIsEmpty(String table) {
        Path path = SmallPackage.valid().remove(table + ".csv").write(folder.resolve("package"));
        Declarations declared = PackageReader.read(path);
        assertThat(declared.problems())
                .allSatisfy(p -> assertThat(p.file()).isNotEqualTo(table + ".csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../flows.csv",
                "sub/../../flows.csv",
                "/flows.csv",
                "C:flows.csv",
                "..\\\\flows.csv",
                "file:///flows.csv",
                "https://example.org/flows.csv",
                "flows\\u0000.csv",
                "flows\\ud800.csv",
                "missing.csv"
            })
    void aDescriptorThatNamesAFileElsewhereIsRefused(String path) {
        refusal(withDescriptor(resource("flows", path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"resources\":[",
                "not json",
                "{\"resources\":[{\"name\":\"flows\",\"path\":[\"flows.csv\",\"plans.csv\"]}]}",
                "{\"resources\":[{\"name\":\"flows\",\"path\":\"flows.csv\"},"
                        + "{\"name\":\"flows\",\"path\":\"plans.csv\"}]}"
            })
    void aDescriptorThatSaysNothingClearIsRefused(String json) {
        refusal(withDescriptor(json));
    }

    @Test
    void aDescriptorOfSeventeenMegabytesIsRefused() {
        refusal(withDescriptor("{" + " ".repeat(17 << 20) + "}"));
    }

    @Test
    void aRefusalShowsWhatCannotBeSeen() {
        assertThat(refusal(withDescriptor(resource("flows", "a\\u001b[2Jb"))).wording().en())
                .contains("a\\u001b[2Jb");
    }

    @Test
    void aLongRefusalIsCut() {
        assertThat(refusal(withDescriptor(resource("flows", "x".repeat(5_000)))).wording().en())
                .hasSizeLessThan(1_100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flows.csv", "plans.csv", DESCRIPTOR})
    void aLinkThatLeadsOutOfThePackageIsRefused(String file) throws IOException {
        Path path = SmallPackage.valid().remove(file).write(folder.resolve("package"));
        Path outside = Files.writeString(folder.resolve("secret"), "root:x:0:0");
        Files.createSymbolicLink(path.resolve(file), outside);
        assertThat(refusal(path).wording().en()).contains(file + " is a link");
    }

    @Test
    void aLinkWithinThePackageIsFollowed() throws IOException {
        SmallPackage files = SmallPackage.valid();
        Path path = files.put("v2.csv", files.text("flows.csv")).remove("flows.csv").write(folder);
        Files.createSymbolicLink(path.resolve("flows.csv"), Path.of("v2.csv"));
        assertThat(PackageReader.read(path).flows().lineCount()).isEqualTo(19);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Path path = SmallPackage.valid().remove("flows.csv").write(folder);
        int made =
                new ProcessBuilder("mkfifo", path.resolve("flows.csv").toString())
                        .start()
                        .waitFor();
        Assumptions.assumeTrue(made == 0, "no pipes here");
        assertThat(refusal(path).wording().en()).contains("flows.csv missing");
        refusal(path.resolve("flows.csv"));
    }

    @Test
    void aDescriptorNestedWithoutEndIsRefused() {
        refusal(withDescriptor("[".repeat(200_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "7",
                "null",
                "{\"resources\":7}",
                "{\"resources\":\"flows.csv\"}",
                "{\"resources\":{\"name\":\"flows\"}}",
                "{\"resources\":[null,7,\"flows\",[],{}]}",
                "{\"resources\":[{\"name\":7,\"path\":{\"a\":1}}]}",
                "{\"resources\":[{\"name\":\"flows\",\"path\":[]}]}",
                "{\"resources\":[{\"name\":\"flows\"}]}",
                "{\"resources\":[{\"name\":\"colours\",\"path\":\"colours.csv\"}]}"
            })
    void whereADescriptorListsNoTableFilesAreFoundByName(String json) {
        assertThat(PackageReader.read(withDescriptor(json)).problems()).isEmpty();
    }

    @Test
    void aDescriptorMayNameFilesAsItLikes() {
        SmallPackage files = SmallPackage.valid();
        String flows = files.text("flows.csv");
        Path path =
                files.remove("flows.csv")
                        .put("流水 2019.csv", flows + "R1\n")
                        .put(DESCRIPTOR, resource("flows", "流水 2019.csv"))
                        .write(folder.resolve("package"));
        Declarations declared = PackageReader.read(path);
        assertThat(declared.flows().lineCount()).isEqualTo(19);
        assertThat(declared.problems()).isNotEmpty();
        assertThat(declared.problems())
                .allSatisfy(p -> assertThat(p.file()).isEqualTo("流水 2019.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "package/", "a/b/c/", "../", "../../escape/", "/srv/"})
    void aZipIsReadWhereverItsFolderLies(String prefix) throws IOException {
        Path zip = SmallPackage.valid().zip(folder.resolve("p.zip"), prefix);
        Declarations declared = PackageReader.read(zip);
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().lineCount()).isEqualTo(19);
        try (var left = Files.list(folder)) {
            assertThat(left).as("nothing is unpacked").containsExactly(zip);
        }
    }

    @Test
    void aZipOfAFolderNamedInGbkIsRead() throws IOException {
        Path zip = folder.resolve("p.zip");
        zip(zip, Charset.forName("GBK"), SmallPackage.valid(), "台账/");
        assertThat(PackageReader.read(zip).problems()).isEmpty();
    }

    private static void zip(Path zip, Charset names, SmallPackage files, String prefix)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, names)) {
            for (var file : files.files().entrySet()) {
                entries.putNextEntry(new ZipEntry(prefix + file.getKey()));
                entries.write(file.getValue());
                entries.closeEntry();
            }
        }
    }

    @Test
    void aZipOfTwoPackagesIsRefused() {
        SmallPackage both = SmallPackage.valid();
        for (var file : List.copyOf(both.files().entrySet())) {
            both.remove(file.getKey());
            both.put("a/" + file.getKey(), file.getValue());
            both.put("backup/" + file.getKey(), file.getValue());
        }
        refusal(both.zip(folder.resolve("p.zip"), ""));
    }

    @Test
    void aPackageWithinThePackageIsNotRead() {
        SmallPackage files = SmallPackage.valid().put("old/flows.csv", "record\n");
        Declarations declared = PackageReader.read(files.zip(folder.resolve("p.zip"), "now/"));
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.flows().lineCount()).isEqualTo(19);
    }

    @Test
    void aZipThatHoldsAFileTwiceIsRefused() throws IOException {
        Path zip = SmallPackage.valid().put("xlows.csv", "").zip(folder.resolve("p.zip"), "");
        byte[] bytes = Files.readAllBytes(zip);
        byte[] from = "xlows.csv".getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + from.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
                bytes[at] = 'f';
            }
        }
        Files.write(zip, bytes);
        refusal(zip);
    }

    @Test
    void aZipThatUnpacksWithoutEndIsStopped() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) '\n');
        SmallPackage files = SmallPackage.valid();
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (var file : files.files().entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
                for (int mb = 0; mb < 8 && file.getKey().equals("permits.csv"); mb++) {
                    entries.write(blanks);
                }
                entries.closeEntry();
            }
        }
        assertThat(Files.size(zip)).isLessThan(20_000);
        Declarations declared = PackageReader.read(zip);
        assertThat(declared.problems())
                .extracting(p -> p.file() + " " + p.problem())
                .singleElement()
                .asString()
                .startsWith("permits.csv ")
                .contains("unpacks");
        assertThat(declared.flows().lineCount()).isEqualTo(19);
    }

    @Test
    void aZipThatIsCutOffAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(SmallPackage.valid().zip(folder.resolve("p.zip"), ""));
        for (int length = 0; length < whole.length; length += whole.length / 40) {
            Path cut = folder.resolve("cut.zip");
            Files.write(cut, Arrays.copyOf(whole, length));
            refusal(cut);
        }
    }

    @Test
    void aFileThatIsNoZipIsRefused() throws IOException {
        Path file = folder.resolve("flows.csv");
        Files.writeString(file, SmallPackage.valid().text("flows.csv"));
        refusal(file);
    }
}
