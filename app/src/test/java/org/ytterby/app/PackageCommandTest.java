package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PackageCommandTest {
    @TempDir Path folder;

    private static Shell run(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return Shell.run(new PackageCommand(), words);
    }

    private Path template() {
        Path template = folder.resolve("template.xlsx");
        assertThat(run("template", template, "--lang", "zh").status()).isEqualTo(ExitCode.DONE);
        return template;
    }

    @Test
    void theTemplateChecksWithoutProblems() {
        Shell shell = run("check", template(), "--lang", "en");
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out().lines()).singleElement().asString().contains("no input errors");
    }

    @Test
    void aTemplateIsAWorkbook() {
        assertThat(run("template", folder.resolve("t.csv"), "--lang", "en").status())
                .isEqualTo(ExitCode.FAILED);
    }

    @Test
    void everyErrorIsListedWithItsPlace() throws IOException {
        Path csv = folder.resolve("csv");
        assertThat(run("convert", template(), csv).status()).isEqualTo(ExitCode.DONE);
        Path flows = csv.resolve("flows.csv");
        Files.writeString(flows, Files.readString(flows).replace("12500.5", "much"));
        Shell english = run("check", csv, "--lang", "en");
        assertThat(english.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(english.out())
                .contains("flows.csv:4 mass_kg \"much\": not a mass", "2 input errors");
        assertThat(run("check", csv, "--limit", "1", "--lang", "zh").out())
                .contains("不是质量", "另有 1 处");
        JsonNode json = JsonMapper.shared().readTree(run("check", csv, "--json").out());
        assertThat(json.path("errors").asInt()).isEqualTo(2);
        assertThat(json.path("problems").path(0).path("row").asInt()).isEqualTo(4);
        assertThat(run("convert", csv, folder.resolve("p"), "--format", "parquet").status())
                .isEqualTo(ExitCode.PARTIAL);
        assertThat(folder.resolve("p")).doesNotExist();
    }

    @Test
    void everyFormChecksAsWell() {
        Path template = template();
        Path zip = folder.resolve("p.zip");
        Path columns = folder.resolve("columns");
        Path workbook = folder.resolve("again.xlsx");
        assertThat(run("convert", template, zip).status()).isEqualTo(ExitCode.DONE);
        assertThat(run("convert", zip, columns, "--format", "parquet").status())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("convert", columns, workbook).status()).isEqualTo(ExitCode.DONE);
        for (Path form : new Path[] {zip, columns, workbook}) {
            assertThat(run("check", form).status()).as(form.toString()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void whatIsNoPackageCannotBeChecked() {
        assertThat(run("check", folder).status()).isEqualTo(ExitCode.FAILED);
        assertThat(run().status()).isEqualTo(ExitCode.FAILED);
        assertThat(run("convert", template(), folder.resolve("template.xlsx")).status())
                .isEqualTo(ExitCode.FAILED);
        assertThat(run("convert", template(), folder.resolve("x"), "--format", "ods").status())
                .isEqualTo(ExitCode.FAILED);
    }
}
