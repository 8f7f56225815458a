package org.ytterby.server.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;

/// A walk through the pages that somebody may open: what each is for and what to look at. It is
/// offered until it was walked or declined, and how far somebody has come is remembered. Safe for
/// use by several threads.
@Component
class Tour {
    /// The step of who has finished, or did not want it.
    private static final String OVER = "over";

    private final JdbcClient jdbc;
    private final AnalysisIndex index;

    Tour(JdbcClient jdbc, AnalysisIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /// A page of the tour.
    enum Step {
        BOOKS("/ledger", Step::reports),
        MONTH("/ledger/month", Step::reports),
        OVERVIEW("/supervision", who -> Right.SEE_FINDINGS.isOf(who) && !reports(who)),
        FINDINGS("/supervision/findings", Right.SEE_FINDINGS::isOf),
        FINDING("/supervision/findings/1", who -> Right.SEE_FINDINGS.isOf(who) && who.seesAll()),
        FACILITIES("/supervision/facilities", Right.SEE_BALANCES::isOf),
        VISITS("/supervision/visits", Right.WORK_ON_CASES::isOf),
        PLANS("/planning", Right.SEE_DRAFTS::isOf),
        CASES("/cases", Right.SEE_CASES::isOf),
        TASKS("/tasks", Right.HELP_IN_CASES::isOf),
        SAMPLES("/samples", Right.HOLD_SAMPLES::isOf),
        TIP_OFFS("/tip-offs", Right.HEAR_TIP_OFFS::isOf),
        APPROVALS("/approvals", Right.SEE_PROPOSALS::isOf),
        AUDIT("/audit", Right.AUDIT::isOf),
        PEOPLE("/people", Right.KEEP_PEOPLE::isOf),
        NOTICES("/notices", Right.KNOW_ONESELF::isOf),
        HELP("/help", Right.KNOW_ONESELF::isOf);

        private final String path;
        private final Predicate<Caller> isFor;

        Step(String path, Predicate<Caller> isFor) {
            this.path = path;
            this.isFor = isFor;
        }

        private static boolean reports(Caller who) {
            return who.has(Role.ENTERPRISE_REPORTER);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String path() {
            return path;
        }
    }

    /// Where somebody stands.
    ///
    /// @param number of the step, from 1 on; 0 while the tour is only offered
    /// @param count of steps
    /// @param code of the step; empty while the tour is only offered
    /// @param path of the page that it is about
    public record Place(int number, int count, String code, String path) {
        /// Whether a page is the one that the step is about.
        ///
        /// @param address without language and theme
        public boolean isAt(String address) {
            return address.replaceFirst("\\?.*", "").equals(path);
        }
    }

    /// Where somebody moves to.
    enum Move {
        START,
        NEXT,
        BACK,
        STOP
    }

    /// The steps for somebody, in their order.
    List<Step> steps(Caller caller) {
        boolean isAnythingFound =
                index.position() >= 0 && !index.newest().reconciliation().findings().isEmpty();
        return Arrays.stream(Step.values())
                .filter(step -> step.isFor.test(caller))
                .filter(step -> step != Step.FINDING || isAnythingFound)
                .toList();
    }

    /// Where somebody stands; empty when the tour is over.
    Optional<Place> place(Caller caller) {
        Optional<String> code = code(caller);
        if (code.equals(Optional.of(OVER))) {
            return Optional.empty();
        }
        List<Step> steps = steps(caller);
        int at = number(steps, code.orElse(""));
        return Optional.of(
                at < 0
                        ? new Place(0, steps.size(), "", "")
                        : new Place(
                                at + 1, steps.size(), steps.get(at).code(), steps.get(at).path()));
    }

    private Optional<String> code(Caller caller) {
        return jdbc.sql("SELECT step FROM desk.tour WHERE person = ?")
                .param(caller.name())
                .query(String.class)
                .optional();
    }

    private static int number(List<Step> steps, String code) {
        return steps.stream().map(Step::code).toList().indexOf(code);
    }

    /// Moves somebody from a step; pressing twice moves once.
    ///
    /// @param from code of the step that was shown
    /// @return path of the page that comes now; null where the tour is over
    @Nullable String move(Caller caller, Move move, String from) {
        List<Step> steps = steps(caller);
        int at = number(steps, from);
        int to =
                switch (move) {
                    case START -> 0;
                    case NEXT -> at + 1;
                    case BACK -> Math.max(at - 1, 0);
                    case STOP -> steps.size();
                };
        boolean isOver = to >= steps.size();
        jdbc.sql(
                        "INSERT INTO desk.tour (person, step) VALUES (?, ?)"
                                + " ON CONFLICT (person) DO UPDATE SET step = excluded.step")
                .params(caller.name(), isOver ? OVER : steps.get(to).code())
                .update();
        return isOver ? null : steps.get(to).path();
    }
}
