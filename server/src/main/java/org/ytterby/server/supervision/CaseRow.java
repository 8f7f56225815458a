package org.ytterby.server.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.CaseReader;

/// A case as somebody sees it.
///
/// @param finding id of the finding that it looks into
/// @param rule code of the rule that raised it
/// @param party whom it concerns
/// @param assigned who looks into it; absent for the enterprise
/// @param dueMicros until when the enterprise may reply; absent before it was asked
/// @param steps without notes for the enterprise
record CaseRow(
        String name,
        String finding,
        String rule,
        String party,
        String facility,
        @Nullable String assigned,
        String state,
        @Nullable Long dueMicros,
        List<StepRow> steps) {
    /// What happened.
    ///
    /// @param person who did it; absent for other organisations
    /// @param text question, reply, evidence or reason
    /// @param fineYuan CNY, of a penalty
    record StepRow(
            String step,
            long atMicros,
            String organisation,
            @Nullable String person,
            @Nullable String text,
            @Nullable String clause,
            @Nullable Long fineYuan) {
        static StepRow of(Entry.Stepped stepped, Caller caller) {
            boolean seesPerson =
                    caller.seesAll() || stepped.organisation().equals(caller.organisation());
            return new StepRow(
                    stepped.step().code(),
                    stepped.atMicros(),
                    stepped.organisation(),
                    seesPerson ? stepped.person() : null,
                    text(stepped.step()),
                    clause(stepped.step()),
                    stepped.step() instanceof CaseStep.Penalised penalised
                            ? penalised.fineYuan()
                            : null);
        }

        private static @Nullable String text(CaseStep step) {
            return switch (step) {
                case CaseStep.Opened _ -> null;
                case CaseStep.Asked asked -> asked.question();
                case CaseStep.Replied replied -> replied.reply();
                case CaseStep.Noted noted -> noted.evidence();
                case CaseStep.Decided decided -> decided.reason();
                case CaseStep.Penalised penalised -> penalised.reason();
                case CaseStep.Closed closed -> closed.reason();
            };
        }

        private static @Nullable String clause(CaseStep step) {
            return switch (step) {
                case CaseStep.Decided decided ->
                        decided.clause().isEmpty() ? null : decided.clause();
                case CaseStep.Penalised penalised -> penalised.clause();
                case CaseStep.Opened _,
                        CaseStep.Asked _,
                        CaseStep.Replied _,
                        CaseStep.Noted _,
                        CaseStep.Closed _ ->
                        null;
            };
        }
    }

    static CaseRow of(CaseFile file, Caller caller) {
        CaseStep.Opened opened = file.opened();
        return new CaseRow(
                file.name(),
                opened.finding(),
                opened.rule(),
                opened.party(),
                opened.facility(),
                caller.seesAll() ? opened.assigned() : null,
                file.state().code(),
                file.dueMicros() == 0 ? null : file.dueMicros(),
                file.steps().stream()
                        .filter(s -> caller.seesAll() || !(s.step() instanceof CaseStep.Noted))
                        .map(s -> StepRow.of(s, caller))
                        .toList());
    }

    /// Which cases; what is absent stands for any.
    record Filter(
            @Nullable String state,
            @Nullable String rule,
            @Nullable String finding,
            @Nullable String assigned) {
        /// @param party that they concern, empty for any
        CaseReader.Which which(String party) {
            return new CaseReader.Which(
                    party,
                    text(state),
                    text(rule),
                    text(finding),
                    party.isEmpty() ? text(assigned) : "");
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /// Part of a list.
    ///
    /// @param position of the ledger that it was answered from
    /// @param next name to go on after; absent on the last page
    record Page(long position, List<CaseRow> items, @Nullable String next) {
        static Page of(CaseReader.Cases cases, Caller caller) {
            return new Page(
                    cases.position(),
                    cases.items().stream().map(file -> CaseRow.of(file, caller)).toList(),
                    cases.next());
        }
    }
}
