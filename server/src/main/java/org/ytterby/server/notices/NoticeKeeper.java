package org.ytterby.server.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.GroupMemberships;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.ProposalReader;

/// Makes notices behind the commit: of entries, of new findings, of deadlines.
///
/// Each step is one transaction with the position that it came to, so that whatever ends the
/// process, the next one goes on there: nothing is lost, and nothing told twice.
final class NoticeKeeper implements AutoCloseable {
    private static final int ENTRIES_MAX = 1_000;
    private static final long KEPT = 400 * LedgerTime.DAY;

    private final Sources sources;
    private final NoticeStore store;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final long leadMicros;

    /// Findings that are in the table; grows with them.
    private final Set<String> known = new HashSet<>();

    private long reportsMicros = Long.MIN_VALUE;
    private final Follower follower;

    /// What notices are made of.
    record Sources(
            LedgerReader ledger,
            CaseReader cases,
            ProposalReader proposals,
            AnalysisIndex analysis,
            Roster roster) {}

    /// @param lead how long before its end a deadline is told
    NoticeKeeper(
            Sources sources,
            NoticeStore store,
            TransactionOperations transactions,
            Clock clock,
            Duration lead) {
        this.sources = sources;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        leadMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(lead));
        follower = Follower.start("notices", this::look);
    }

    /// Says that there may be new entries.
    void wake() {
        follower.wake();
    }

    private boolean look() {
        boolean[] isMore = new boolean[1];
        transactions.executeWithoutResult(_ -> isMore[0] = follow());
        long generation = sources.analysis.position();
        if (generation >= 0) {
            transactions.executeWithoutResult(_ -> findings());
        }
        transactions.executeWithoutResult(_ -> deadlines(now()));
        if (generation >= 0 && now() >= reportsMicros) {
            reportsMicros = now() + LedgerTime.HOUR;
            transactions.executeWithoutResult(_ -> reports(now()));
        }
        return isMore[0];
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    /// What is told of the next entries.
    ///
    /// @return whether there are more
    private boolean follow() {
        NoticeStore.Progress progress = store.locked();
        long size = sources.ledger.size();
        if (progress.position() >= size) {
            return false;
        }
        Batch batch = new Batch(progress.quietUntil());
        sources.ledger.filed(
                EntryRules.TOPICS,
                progress.position(),
                size,
                ENTRIES_MAX,
                (position, entry) -> batch.add(position, LedgerReader.parse(entry)));
        batch.changes.forEach(store::change);
        tell(batch.drafts);
        boolean isFull = batch.entries == ENTRIES_MAX;
        store.lookedAt(isFull ? batch.last + 1 : size);
        return isFull;
    }

    /// What comes of some entries.
    private final class Batch implements EntryRules.Known {
        private final long quietUntil;
        private final EntryRules rules = new EntryRules(this);
        private final Map<String, CaseStep.Opened> opened = new HashMap<>();
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Deadline.Change> changes = new ArrayList<>();
        private @Nullable GroupMemberships memberships;
        private int entries;
        private long last;

        Batch(long quietUntil) {
            this.quietUntil = quietUntil;
        }

        void add(long position, Entry entry) {
            entries++;
            last = position;
            if (entry instanceof Entry.Stepped stepped) {
                Deadline.changed(stepped, opened(stepped.name()), sources.ledger::law, leadMicros)
                        .ifPresent(changes::add);
            }
            if (position >= quietUntil) {
                rules.of(position, entry).ifPresent(drafts::add);
            }
        }

        @Override
        public CaseStep.Opened opened(String caseName) {
            return opened.computeIfAbsent(
                    caseName,
                    name ->
                            sources.cases
                                    .find(name)
                                    .orElseThrow(() -> missing("case " + name))
                                    .opened());
        }

        @Override
        public Proposal proposal(String name) {
            return sources.proposals.find(name).orElseThrow(() -> missing("proposal " + name));
        }

        @Override
        public String holder(AccountId account) {
            return sources.ledger
                    .holderOf(account)
                    .orElseThrow(() -> missing("account " + account));
        }

        @Override
        public String group(String organisation, long micros) {
            GroupMemberships read = memberships;
            if (read == null) {
                read = sources.ledger.memberships();
                memberships = read;
            }
            return read.groupOf(organisation, micros);
        }

        @Override
        public Audience deciders(Proposal proposal) {
            return new Audience(ProposalReader.deciders(proposal));
        }

        private static LedgerUnavailable missing(String what) {
            return new LedgerUnavailable(what + " is in the entries and in no table");
        }
    }

    private void findings() {
        NoticeStore.Progress progress = store.locked();
        Generation now = sources.analysis.newest();
        if (now.position() <= progress.generation()) {
            return;
        }
        Map<String, Finding> unknown = new HashMap<>();
        for (Finding finding : now.reconciliation().findings()) {
            String id = finding.id();
            if (!known.contains(id)) {
                unknown.put(id, finding);
            }
        }
        Set<String> added = store.added(unknown.keySet());
        boolean isQuiet = progress.generation() < 0 && progress.quietUntil() > 0;
        if (!isQuiet && !added.isEmpty()) {
            List<Caller> everybody = sources.roster.everybody();
            List<Finding> fresh =
                    unknown.entrySet().stream()
                            .filter(each -> added.contains(each.getKey()))
                            .map(Map.Entry::getValue)
                            .toList();
            store.tell(FindingRules.drafts(now, fresh, everybody), everybody, now());
        }
        store.lookedAtGeneration(now.position());
        known.addAll(unknown.keySet());
    }

    private void deadlines(long nowMicros) {
        store.locked();
        List<Draft> drafts = new ArrayList<>();
        for (Deadline deadline : store.due(nowMicros, leadMicros)) {
            Deadline.Stage reached = deadline.stage(nowMicros, leadMicros);
            drafts.addAll(deadline.drafts(reached, this::rulers));
            store.reached(deadline, reached);
        }
        tell(drafts);
    }

    /// Who may rule on appeals of a case: nobody who had a part in what was decided.
    private Audience rulers(String caseName) {
        CaseFile file =
                sources.cases
                        .find(caseName)
                        .orElseThrow(
                                () -> new LedgerUnavailable("a deadline of no case: " + caseName));
        Set<String> proposers = new HashSet<>();
        sources.proposals.penalties(caseName).forEach(p -> proposers.add(p.person()));
        return new Audience(who ->
                Right.RULE_ON_APPEALS.isOf(who)
                        && !file.isJudgedBy(who.name())
                        && !proposers.contains(who.name()));
    }

    private void reports(long nowMicros) {
        store.locked();
        tell(
                ReportRules.drafts(
                        sources.analysis.newest().reconciliation().ledger(),
                        nowMicros,
                        leadMicros));
        List<Caller> everybody = sources.roster.everybody();
        List<Draft> returns =
                ReturnRules.drafts(
                        sources.analysis.newest().reconciliation().ledger(),
                        nowMicros,
                        leadMicros,
                        everybody);
        if (!returns.isEmpty()) {
            store.tell(returns, everybody, nowMicros);
        }
        store.forget(nowMicros - KEPT);
    }

    private void tell(List<Draft> drafts) {
        if (!drafts.isEmpty()) {
            store.tell(drafts, sources.roster.everybody(), now());
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
