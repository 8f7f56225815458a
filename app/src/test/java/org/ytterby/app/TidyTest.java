package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TidyTest {
    private static final SourceTree REPOSITORY = SourceTree.ofRepository();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theRepositoryKeeps(TidyRule rule) {
        assertThat(rule.broken(REPOSITORY)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedViolationIsFound(TidyRule rule) throws IOException {
        Path planted = folder.resolve(rule.path());
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, rule.text());
        assertThat(rule.broken(SourceTree.of(folder))).as(rule.name()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyRepositoryBreaksNothing(TidyRule rule) {
        assertThat(rule.broken(SourceTree.of(folder))).isEmpty();
    }

    @Test
    void theRepositoryIsFound() {
        assertThat(REPOSITORY.paths(".*\\.java").size()).isGreaterThan(100);
        assertThat(REPOSITORY.has("pom.xml")).isTrue();
    }

    @Test
    void onlyMethodsCountAsMethods() {
        String body = "    ;\n".repeat(9);
        String loop = "class A {\n static {\nfor (int i = 0; i < 9; i++) {\n" + body + "}\n}\n}\n";
        String text = "class A { String s = \"void a() {\"; // void b() {\n" + body + "}\n";
        String method = "class A {\n<T> T a(int b)\n throws X, Y {\n" + body + "}\n}\n";
        String constructor = "class A {\npublic A(int b) {\n" + body + "}\n}\n";
        assertThat(MethodLengths.over(10, loop)).isEmpty();
        assertThat(MethodLengths.over(10, text)).isEmpty();
        assertThat(MethodLengths.over(10, method)).containsExactly("3: 11 lines");
        assertThat(MethodLengths.over(11, method)).isEmpty();
        assertThat(MethodLengths.over(10, constructor)).containsExactly("2: 11 lines");
    }
}
