package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTest {
    private static final SourceTree REPOSITORY = SourceTree.ofRepository();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "README.zh-CN.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                "docs/formulas.md",
                "docs/glossary.md",
                "docs/reference/rules.md",
                "docs/benchmarks.md"
            })
    void theDocumentExists(String path) {
        assertThat(REPOSITORY.has(path)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentsKeep(DocsRule rule) {
        assertThat(rule.broken(REPOSITORY)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedViolationIsFound(DocsRule rule) throws IOException {
        Path planted = folder.resolve(rule.path());
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, rule.text());
        assertThat(rule.broken(SourceTree.of(folder))).as(rule.name()).hasSize(1);
    }
}
