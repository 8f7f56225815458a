package org.ytterby.server.ledger;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.formats.intake.PackageRows;

/// Hands a ledger package in, a command at a time: facts in their order, plans and licences as
/// proposals.
final class Intake {
    /// Commands on their way at once.
    private static final int UNDERWAY_MAX = 64;

    private final LedgerWriter writer;
    private final Sender sender;
    private final Request request;

    /// What the names of its proposals begin with: another key means another attempt.
    private final String names;

    private final Deque<Underway> underway = new ArrayDeque<>();
    private final List<DeclaredRow> rows = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> proposals = new ArrayList<>();
    private int commands;
    private long accepted;
    private @Nullable Long first;
    private @Nullable Long last;

    private Intake(LedgerWriter writer, Sender sender, Request request) {
        this.writer = writer;
        this.sender = sender;
        this.request = request;
        names = Submitter.digest(request.key() + " " + request.digest());
    }

    /// A package as it was sent.
    ///
    /// @param key of the whole; each command has a key below it, so that sending the package again
    ///   continues where it stopped
    /// @param digest of the file, SHA-256 in hexadecimal
    /// @param untilMicros when its plans and licences lapse unless another person approves them
    record Request(String key, String digest, long untilMicros) {}

    /// @param proposal empty for facts
    private record Underway(CompletableFuture<Answer> answer, String proposal) {}

    /// Judges the form of all rows first, then hands them in.
    ///
    /// @throws LedgerUnavailable if the ledger stops taking commands half-way
    static PackageIntake.Outcome take(
            LedgerWriter writer, Sender sender, Request request, Path file) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> ofGrants = new ArrayList<>();
        problems.addAll(
                PackageRows.each(
                        file,
                        (table, cells) ->
                                Grants.problem(new DeclaredRow(table, cells))
                                        .ifPresent(ofGrants::add)));
        problems.addAll(ofGrants);
        if (problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR)) {
            return new PackageIntake.Outcome(problems, 0, List.of(), List.of(), null, null);
        }
        Intake intake = new Intake(writer, sender, request);
        PackageRows.each(file, intake::row);
        intake.flush();
        intake.settle(0);
        return new PackageIntake.Outcome(
                problems,
                intake.accepted,
                intake.proposals,
                intake.refusals,
                intake.first,
                intake.last);
    }

    private void row(String table, SortedMap<String, String> cells) {
        DeclaredRow row = new DeclaredRow(table, cells);
        if (Grants.isGrant(table)) {
            flush();
            String proposal = "%.16s.%06d".formatted(names, commands + 1);
            send(new Command.Propose(proposal, Grants.of(row), request.untilMicros()), proposal);
            return;
        }
        rows.add(row);
        if (rows.size() == Command.ROWS_MAX) {
            flush();
        }
    }

    private void flush() {
        if (!rows.isEmpty()) {
            send(new Command.Declare(rows), "");
            rows.clear();
        }
    }

    private void send(Command command, String proposal) {
        settle(UNDERWAY_MAX - 1);
        commands++;
        Submission submission =
                new Submission(
                        sender,
                        "%s/%06d".formatted(request.key(), commands),
                        request.digest(),
                        command);
        underway.add(new Underway(writer.submit(submission), proposal));
    }

    /// Waits until no more than some commands are underway.
    private void settle(int most) {
        while (underway.size() > most) {
            try {
                Underway next = underway.remove();
                Answer answer = next.answer().join();
                first = first == null ? Long.valueOf(answer.position()) : first;
                last = answer.position() + answer.entries();
                switch (answer.outcome()) {
                    case Entry.Outcome.Accepted() -> {
                        if (next.proposal().isEmpty()) {
                            accepted += answer.entries();
                        } else {
                            proposals.add(next.proposal());
                        }
                    }
                    case Entry.Outcome.Refused(Refusal refusal) -> refusals.add(refusal);
                }
            } catch (CompletionException e) {
                throw new LedgerUnavailable("the package was taken in part: send it again", e);
            }
        }
    }
}
