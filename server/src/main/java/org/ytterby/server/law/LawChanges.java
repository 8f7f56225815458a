package org.ytterby.server.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.plan.SplitDeadline;
import org.ytterby.core.plan.WorkingDays;
import org.ytterby.core.supervision.Finding;
import org.ytterby.formats.intake.Law;
import org.ytterby.formats.intake.LawCheck;
import org.ytterby.formats.intake.LawRow;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.analysis.OtherLimits;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.ledger.Submitter.Receipted;
import org.ytterby.server.planning.SplitCalendar;
import org.ytterby.server.planning.Splits;

/// Rows of dated law: those that there are, what is wrong with another, what it would alter, and
/// its proposal. Safe for use by several threads.
@Component
public class LawChanges {
    private static final int CASES_MAX = 10_000;

    private final LedgerReader ledger;
    private final Proposals proposals;
    private final CaseReader cases;
    private final OtherLimits limits;
    private final AnalysisIndex index;
    private final Splits splits;
    private final SplitCalendar calendar;

    LawChanges(
            LedgerReader ledger,
            Proposals proposals,
            CaseReader cases,
            OtherLimits limits,
            AnalysisIndex index,
            Splits splits,
            SplitCalendar calendar) {
        this.ledger = ledger;
        this.proposals = proposals;
        this.cases = cases;
        this.limits = limits;
        this.index = index;
        this.splits = splits;
        this.calendar = calendar;
    }

    private List<DeclaredRow> enacted() {
        return ledger.enacted(Long.MAX_VALUE).stream().map(Entry.Enacted::row).toList();
    }

    /// The rows of a table, of all times.
    public List<LawRow> rows(LawTable table) {
        return Law.rows(table, enacted());
    }

    /// What is wrong with a row that is to be enacted; empty if nothing is.
    public List<Problem> problems(LawTable table, SortedMap<String, String> cells) {
        return LawCheck.problems(table, cells, enacted());
    }

    /// Proposes a row of good form, for another person to approve.
    ///
    /// @param key the sender's own id of the request
    /// @param proposal its name, unique for ever
    /// @param untilMicros when it lapses; null for the usual time
    public ResponseEntity<Receipted> propose(
            Caller caller,
            String key,
            String proposal,
            DeclaredRow row,
            @Nullable Long untilMicros) {
        return proposals.propose(caller, key, proposal, new Command.Enact(row), untilMicros);
    }

    /// What a row would alter. Of a limit this takes one reconciliation.
    ///
    /// @param cells of a row of good form
    public LawEffect effect(Caller caller, LawTable table, SortedMap<String, String> cells) {
        List<DeclaredRow> before = enacted();
        DeclaredRow asked = new DeclaredRow(table.code(), cells);
        List<DeclaredRow> after = Stream.concat(before.stream(), Stream.of(asked)).toList();
        LawRow row =
                Law.rows(table, after).stream()
                        .filter(r -> !r.isShipped() && r.cells().equals(new TreeMap<>(cells)))
                        .findFirst()
                        .orElseThrow();
        LawRow replaced =
                Law.rows(table, before).stream()
                        .filter(r ->
                                r.key().equals(row.key())
                                        && r.span().contains(row.span().fromMicros()))
                        .findFirst()
                        .orElse(null);
        return switch (table) {
            case LIMITS -> new LawEffect(replaced, findings(Law.limit(row)), List.of(), List.of());
            case PENALTIES -> new LawEffect(replaced, null, open(row.cell("clause")), List.of());
            case SPLIT_DEADLINES ->
                    new LawEffect(replaced, null, List.of(), due(caller, Law.of(after)));
            case DUTIES -> new LawEffect(replaced, null, List.of(), List.of());
        };
    }

    private LawEffect.Findings findings(Limits.Row row) {
        Generation now = index.newest();
        List<Finding> present = now.reconciliation().findings();
        List<Finding> then = limits.with(now, row);
        return new LawEffect.Findings(
                present.size(), then.size(), without(then, present), without(present, then));
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Set<String> ids = others.stream().map(Finding::id).collect(Collectors.toSet());
        return findings.stream().filter(f -> !ids.contains(f.id())).toList();
    }

    /// Cases that are confirmed by a clause and not closed.
    private List<LawEffect.CaseOn> open(String clause) {
        String confirmed = CaseFile.State.CONFIRMED.code();
        List<LawEffect.CaseOn> open = new ArrayList<>();
        for (CaseFile file :
                cases.list(new CaseReader.Which("", confirmed, "", "", "", "", ""), "", CASES_MAX)
                        .items()) {
            boolean rests =
                    file.steps().stream()
                            .anyMatch(s ->
                                    s.step() instanceof CaseStep.Decided decided
                                            && decided.clause().equals(clause));
            if (rests) {
                int penalties =
                        (int)
                                file.steps().stream()
                                        .filter(s -> s.step() instanceof CaseStep.Penalised)
                                        .count();
                open.add(new LawEffect.CaseOn(file.name(), file.opened().party(), penalties));
            }
        }
        return open;
    }

    /// Plans that are not wholly split and would be due on another day, once the row holds.
    private List<LawEffect.DueChange> due(Caller caller, Law after) {
        WorkingDays days = calendar.workingDays();
        List<SplitDeadline> now = calendar.deadlines();
        List<SplitDeadline> entered = calendar.rules().stream().map(r -> r.deadline()).toList();
        List<SplitDeadline> then =
                Stream.concat(entered.stream(), latestFirst(after).stream()).toList();
        List<LawEffect.DueChange> changes = new ArrayList<>();
        for (Splits.Split split :
                splits.of(caller, index.newest().reconciliation().ledger().registry())) {
            String is = due(split, now, days);
            String would = due(split, then, days);
            if (!split.isWhole() && !is.equals(would)) {
                changes.add(new LawEffect.DueChange(split.plan(), split.holder(), is, would));
            }
        }
        return changes;
    }

    private static List<SplitDeadline> latestFirst(Law law) {
        return law.splitDeadlines().stream()
                .sorted((a, b) -> Long.compare(b.span().fromMicros(), a.span().fromMicros()))
                .toList();
    }

    private static String due(Splits.Split split, List<SplitDeadline> deadlines, WorkingDays days) {
        return split.rule(deadlines)
                .map(rule -> days.after(split.issued(), rule.workingDays()).toString())
                .orElse("");
    }
}
