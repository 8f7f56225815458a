package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.CaseReader;

/// What the caller's organisation was asked for in the cases of others: tasks, and samples that
/// were sent to it.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class DutyController {
    /// Most cases that are looked into for one answer.
    private static final int CASES = 1_000;

    private final CaseReader reader;

    DutyController(CaseReader reader) {
        this.reader = reader;
    }

    /// A task of the caller's organisation.
    ///
    /// @param caseName name of the case
    /// @param dueMicros until when it is awaited, microseconds since 1970
    record TaskRow(
            String caseName,
            String rule,
            String party,
            String facility,
            String task,
            String request,
            long dueMicros,
            boolean answered) {}

    /// @param next name of the case to go on after; absent on the last page
    record Tasks(long position, List<TaskRow> items, @Nullable String next) {}

    @Allowed(Right.HELP_IN_CASES)
    @GetMapping("/tasks")
    @Operation(summary = "What the own organisation is asked for, by case and task")
    Tasks tasks(Caller caller, @RequestParam(defaultValue = "") String after) {
        CaseReader.Cases cases = cases(caller, after);
        return new Tasks(
                cases.position(),
                rows(cases, file -> tasks(file, caller.organisation())),
                cases.next());
    }

    /// A sample that the caller's organisation holds, or that is underway to it.
    ///
    /// @param caseName name of the case
    /// @param lot from which it was taken; empty where it is of none
    /// @param underway whether it is still to be received
    /// @param results how often somebody told what it is
    record SampleRow(String caseName, String sample, String lot, boolean underway, int results) {}

    /// @param next name of the case to go on after; absent on the last page
    record Samples(long position, List<SampleRow> items, @Nullable String next) {}

    @Allowed(Right.HOLD_SAMPLES)
    @GetMapping("/samples")
    @Operation(summary = "Samples that were sent to the own organisation and did not leave it")
    Samples samples(Caller caller, @RequestParam(defaultValue = "") String after) {
        String organisation = caller.organisation();
        CaseReader.Cases cases = cases(caller, after);
        return new Samples(
                cases.position(),
                rows(
                        cases,
                        file ->
                                file.parts().samples().values().stream()
                                        .filter(s ->
                                                s.isHeldBy(organisation)
                                                        || s.sentTo().equals(organisation))
                                        .map(s ->
                                                new SampleRow(
                                                        file.name(),
                                                        s.name(),
                                                        s.lot(),
                                                        !s.sentTo().isEmpty(),
                                                        s.results()))),
                cases.next());
    }

    private CaseReader.Cases cases(Caller caller, String after) {
        return reader.list(CaseReader.Which.helpedBy(caller.organisation()), after, CASES);
    }

    private static <R> List<R> rows(CaseReader.Cases cases, Function<CaseFile, Stream<R>> ofCase) {
        return cases.items().stream().flatMap(ofCase).toList();
    }

    private static Stream<TaskRow> tasks(CaseFile file, String organisation) {
        return file.parts().tasks().values().stream()
                .filter(task -> task.organisation().equals(organisation))
                .map(task ->
                        new TaskRow(
                                file.name(),
                                file.opened().rule(),
                                file.opened().party(),
                                file.opened().facility(),
                                task.name(),
                                task.request(),
                                task.dueMicros(),
                                task.isAnswered()));
    }
}
