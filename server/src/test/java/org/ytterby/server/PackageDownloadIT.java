package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.server.ExampleService.EXAMPLE;
import static org.ytterby.server.ExampleService.SOME_PARTY;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;

/// What was handed in can be taken down again.
@ExtendWith(ExampleService.class)
class PackageDownloadIT {
    private static TestService service;

    @TempDir private Path folder;

    @BeforeAll
    static void remember(TestService shared) {
        service = shared;
    }

    private Map<String, List<SortedMap<String, String>>> taken(Person person) throws Exception {
        HttpResponse<byte[]> answer = person.fetch("/api/v1/package");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValueAsLong("Ledger-Position").orElseThrow())
                .isEqualTo(service.service().ledger().size());
        return rows(Files.write(folder.resolve("taken.zip"), answer.body()));
    }

    private static Map<String, List<SortedMap<String, String>>> rows(Path source) {
        Map<String, List<SortedMap<String, String>>> tables = new TreeMap<>();
        assertThat(
                        PackageRows.each(
                                source,
                                (table, row) ->
                                        tables.computeIfAbsent(table, _ -> new ArrayList<>())
                                                .add(row)))
                .isEmpty();
        return tables;
    }

    @Test
    void anAuthorityTakesDownWhatWasHandedIn() throws Exception {
        Person auditor = service.person("package-auditor", "authority", Role.AUDITOR);
        Map<String, List<SortedMap<String, String>>> taken = taken(auditor);
        rows(EXAMPLE)
                .forEach((table, rows) -> {
                    List<SortedMap<String, String>> kept = taken.getOrDefault(table, List.of());
                    assertThat(kept).as(table).hasSizeGreaterThanOrEqualTo(rows.size());
                    assertThat(kept.subList(0, rows.size())).as(table).isEqualTo(rows);
                });
    }

    @Test
    void anEnterpriseTakesDownItsOwnRowsAndTheNamesOfItsPartners() throws Exception {
        Person mine = service.person("package-mine", SOME_PARTY, Role.ENTERPRISE_REPORTER);
        Map<String, List<SortedMap<String, String>>> taken = taken(mine);
        assertThat(taken.get("flows"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("facility")).isEqualTo("MIN-01"));
        assertThat(taken.get("facilities"))
                .hasSizeGreaterThan(1)
                .allSatisfy(row -> {
                    boolean isOwn = SOME_PARTY.equals(row.get("party"));
                    assertThat(isOwn || !row.containsKey("capacity_t_reo")).isTrue();
                    assertThat(isOwn || !row.containsKey("latitude")).isTrue();
                });
        assertThat(taken).doesNotContainKey("partner_imports");
        taken.getOrDefault("plans", List.of())
                .forEach(row -> assertThat(row.get("holder")).isEqualTo(SOME_PARTY));
        List<String> others =
                rows(EXAMPLE).getOrDefault("flows", List.of()).stream()
                        .filter(row -> !"MIN-01".equals(row.get("facility")))
                        .map(row -> row.get("record"))
                        .toList();
        assertThat(taken.get("flows")).noneMatch(row -> others.contains(row.get("record")));
    }

    @Test
    void whatAnEnterpriseTakesDownCanBeReadAsAPackage() throws Exception {
        Person mine = service.person("package-reader", SOME_PARTY, Role.ENTERPRISE_REPORTER);
        HttpResponse<byte[]> answer = mine.fetch("/api/v1/package");
        Path file = Files.write(folder.resolve("own.zip"), answer.body());
        assertThat(PackageReader.read(file).problems()).isEmpty();
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        Person auditor = service.person("package-again", "authority", Role.AUDITOR);
        String tag = auditor.fetch("/api/v1/package").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = auditor.fetch("/api/v1/package", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(
                        service.person("package-own", SOME_PARTY, Role.ENTERPRISE_REPORTER)
                                .fetch("/api/v1/package", "If-None-Match", tag)
                                .statusCode())
                .as("the tag of somebody who sees more")
                .isEqualTo(200);
    }
}
