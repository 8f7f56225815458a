package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.ledger.CaseReader;

/// A case as somebody sees it.
///
/// @param finding id of the finding that it looks into
/// @param rule code of the rule that raised it
/// @param party whom it concerns
/// @param assigned who looks into it; absent for all but those who see everything
/// @param dueMicros until when the enterprise may reply or has to report; absent before it was
///   asked
/// @param correction how far what is to be corrected is; absent before it was ordered
/// @param steps all of them for those who see everything; for the enterprise without notes and
///   tasks; for whom helps, what was asked of them and what they did
record CaseRow(
        String name,
        String finding,
        String rule,
        String party,
        String facility,
        @Nullable String assigned,
        String state,
        @Nullable Long dueMicros,
        @Nullable String correction,
        List<StepRow> steps) {
    /// @param seesWhole whether the case lies in the caller's jurisdiction
    static CaseRow of(CaseFile file, Caller caller, boolean seesWhole) {
        CaseStep.Opened opened = file.opened();
        return new CaseRow(
                file.name(),
                opened.finding(),
                opened.rule(),
                opened.party(),
                opened.facility(),
                seesWhole ? opened.assigned() : null,
                file.state().code(),
                file.dueMicros() == 0 ? null : file.dueMicros(),
                file.parts()
                        .correction()
                        .map(c -> c.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                file.steps().stream()
                        .filter(s -> seesWhole || isShown(file, s, caller))
                        .map(s -> StepRow.of(s, caller, seesWhole))
                        .toList());
    }

    static boolean isShown(CaseFile file, Entry.Stepped stepped, Caller caller) {
        return file.opened().party().equals(caller.organisation())
                ? !(stepped.step() instanceof CaseStep.Noted || stepped.step() instanceof TaskStep)
                : isForHelper(file, stepped, caller.organisation());
    }

    /// What was asked of a helper, what they did, and the ways of the samples that came to them.
    private static boolean isForHelper(CaseFile file, Entry.Stepped stepped, String helper) {
        return stepped.organisation().equals(helper)
                || switch (stepped.step()) {
                    case TaskStep.Tasked tasked -> tasked.organisation().equals(helper);
                    case InspectionStep.Dispatched dispatched -> dispatched.to().equals(helper);
                    case InspectionStep.Sampled sampled ->
                            file.steps().stream()
                                    .anyMatch(s ->
                                            s.step()
                                                    .equals(
                                                            new InspectionStep.Dispatched(
                                                                    sampled.sample(), helper)));
                    default -> false;
                };
    }

    /// Which cases; what is absent stands for any.
    record Filter(
            @Nullable String state,
            @Nullable String rule,
            @Nullable String finding,
            @Nullable String assigned) {
        /// Those of them that lie in the caller's jurisdiction or concern their organisation.
        CaseReader.Which which(Caller caller) {
            @Nullable Jurisdiction region = caller.overseen();
            boolean isOwn = !caller.seesAll() && region == null;
            String party = isOwn ? caller.organisation() : "";
            return new CaseReader.Which(
                    party,
                    text(state),
                    text(rule),
                    text(finding),
                    isOwn ? "" : text(assigned),
                    "",
                    region == null ? "" : region.region());
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    /// Part of a list.
    ///
    /// @param position of the ledger that it was answered from
    /// @param next name to go on after; absent on the last page
    @Schema(name = "CasePage")
    record Page(long position, List<CaseRow> items, @Nullable String next) {
        /// @param cases as [Filter#which] asks for them: in the caller's jurisdiction, or of their
        ///   organisation
        static Page of(CaseReader.Cases cases, Caller caller) {
            boolean seesWhole = caller.seesAll() || caller.overseen() != null;
            return new Page(
                    cases.position(),
                    cases.items().stream()
                            .map(file -> CaseRow.of(file, caller, seesWhole))
                            .toList(),
                    cases.next());
        }
    }
}
