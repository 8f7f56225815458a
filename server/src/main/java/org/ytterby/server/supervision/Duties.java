package org.ytterby.server.supervision;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.CaseReader;

/// What an organisation was asked for in the cases of others: tasks, and samples that were sent to
/// it.
@Component
public class Duties {
    /// Most cases that are looked into for one answer.
    private static final int CASES = 1_000;

    private final CaseReader reader;

    Duties(CaseReader reader) {
        this.reader = reader;
    }

    /// A task of the caller's organisation.
    ///
    /// @param caseName name of the case
    /// @param dueMicros until when it is awaited, microseconds since 1970
    public record TaskRow(
            String caseName,
            String rule,
            String party,
            String facility,
            String task,
            String request,
            long dueMicros,
            boolean answered) {}

    /// @param next name of the case to go on after; absent on the last page
    public record Tasks(long position, List<TaskRow> items, @Nullable String next) {}

    /// A sample that the caller's organisation holds, or that is underway to it.
    ///
    /// @param caseName name of the case
    /// @param lot from which it was taken; empty where it is of none
    /// @param underway whether it is still to be received
    /// @param results how often somebody told what it is
    public record SampleRow(
            String caseName, String sample, String lot, boolean underway, int results) {}

    /// @param next name of the case to go on after; absent on the last page
    public record Samples(long position, List<SampleRow> items, @Nullable String next) {}

    /// By case and task.
    ///
    /// @param after name of the case to go on after, empty for the first page
    public Tasks tasks(Caller caller, String after) {
        CaseReader.Cases cases = cases(caller, after);
        return new Tasks(
                cases.position(),
                rows(cases, file -> tasks(file, caller.organisation())),
                cases.next());
    }

    /// How many tasks wait for the caller's organisation.
    public int waiting(Caller caller) {
        return (int) tasks(caller, "").items().stream().filter(task -> !task.answered()).count();
    }

    /// By case and sample.
    ///
    /// @param after name of the case to go on after, empty for the first page
    public Samples samples(Caller caller, String after) {
        CaseReader.Cases cases = cases(caller, after);
        return new Samples(
                cases.position(),
                rows(cases, file -> samples(file, caller.organisation())),
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

    private static Stream<SampleRow> samples(CaseFile file, String organisation) {
        return file.parts().samples().values().stream()
                .filter(s -> s.isHeldBy(organisation) || s.sentTo().equals(organisation))
                .map(s ->
                        new SampleRow(
                                file.name(),
                                s.name(),
                                s.lot(),
                                !s.sentTo().isEmpty(),
                                s.results()));
    }
}
