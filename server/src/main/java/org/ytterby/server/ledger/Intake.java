package org.ytterby.server.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.formats.intake.PackageRows;

/// Hands a ledger package in, a command at a time: facts in their order, plans and licences as
/// grants.
final class Intake {
    /// Commands on their way at once.
    private static final int UNDERWAY_MAX = 64;

    private static final int KG_PER_T_DIGITS = 3;
    private static final int MG_PER_KG_DIGITS = 6;
    private static final int UNITS_DIGITS_MAX = 18;

    private final LedgerWriter writer;
    private final Sender sender;
    private final String key;
    private final String digest;
    private final Deque<CompletableFuture<Answer>> underway = new ArrayDeque<>();
    private final List<DeclaredRow> rows = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int commands;
    private long accepted;

    private Intake(LedgerWriter writer, Sender sender, String key, String digest) {
        this.writer = writer;
        this.sender = sender;
        this.key = key;
        this.digest = digest;
    }

    /// What became of a package.
    ///
    /// @param problems of its form; where an error is among them nothing was handed in
    /// @param accepted rows taken
    record Outcome(List<Problem> problems, long accepted, List<Refusal> refusals) {}

    /// Judges the form of all rows first, then hands them in.
    ///
    /// @param key of the whole; each command has a key below it, so that sending the package again
    ///   continues where it stopped
    /// @param digest of the file, SHA-256 in hexadecimal
    /// @throws LedgerUnavailable if the ledger stops taking commands half-way
    static Outcome take(LedgerWriter writer, Sender sender, String key, String digest, Path file) {
        List<Problem> problems = PackageRows.each(file, (_, _) -> {});
        if (problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR)) {
            return new Outcome(problems, 0, List.of());
        }
        Intake intake = new Intake(writer, sender, key, digest);
        PackageRows.each(file, intake::row);
        intake.flush();
        intake.settle(0);
        return new Outcome(problems, intake.accepted, intake.refusals);
    }

    private void row(String table, SortedMap<String, String> cells) {
        DeclaredRow row = new DeclaredRow(table, cells);
        switch (table) {
            case "plans" -> grant(AccountId.Kind.PLAN, "plan", "tonnes_reo", KG_PER_T_DIGITS, row);
            case "licences" ->
                    grant(AccountId.Kind.LICENCE, "licence", "mass_kg", MG_PER_KG_DIGITS, row);
            default -> {
                rows.add(row);
                if (rows.size() == Command.ROWS_MAX) {
                    flush();
                }
            }
        }
    }

    private void grant(
            AccountId.Kind kind, String id, String amount, int digits, DeclaredRow document) {
        flush();
        BigDecimal units =
                new BigDecimal(document.cell(amount).strip())
                        .movePointRight(digits)
                        .setScale(0, RoundingMode.HALF_EVEN);
        if (units.precision() > UNITS_DIGITS_MAX) {
            throw new Unrecordable(
                    "%s: %s is too much / 数量过大".formatted(amount, document.cell(amount)));
        }
        send(
                new Command.Grant(
                        new AccountId(kind, document.cell(id)), units.longValueExact(), document));
    }

    private void flush() {
        if (!rows.isEmpty()) {
            send(new Command.Declare(rows));
            rows.clear();
        }
    }

    private void send(Command command) {
        settle(UNDERWAY_MAX - 1);
        commands++;
        underway.add(
                writer.submit(
                        new Submission(
                                sender, "%s/%06d".formatted(key, commands), digest, command)));
    }

    /// Waits until no more than some commands are underway.
    private void settle(int most) {
        while (underway.size() > most) {
            try {
                Answer answer = underway.remove().join();
                switch (answer.outcome()) {
                    case Entry.Outcome.Accepted() -> accepted += answer.entries();
                    case Entry.Outcome.Refused(Refusal refusal) -> refusals.add(refusal);
                }
            } catch (CompletionException e) {
                throw new LedgerUnavailable("the package was taken in part: send it again", e);
            }
        }
    }
}
