package org.ytterby.core.ledger.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// The slow obvious twin of cases: what happened is read from the beginning for every question, and
/// a step is judged by the codes of the steps before it.
///
/// @param happened all entries, in order
record NaiveCases(List<Entry> happened) {
    private static final long YEAR_MICROS = 366L * 86_400_000_000L;

    /// Why a command on cases is refused; empty if it is taken.
    Optional<Code> refusal(Sender sender, Command command, long now) {
        boolean isAlone = sender.standing() == Sender.Standing.EVERYBODY;
        return switch (command) {
            case Command.Act(String name, CaseStep.Alone step) -> step(sender, name, step, now);
            case Command.Penalise(String name, CaseStep.Penalised step) ->
                    sender.standing() == Sender.Standing.OWN_FACILITIES
                            ? Optional.of(Code.NOT_ALLOWED)
                            : isAlone
                                    ? step(sender, name, step, now)
                                    : Optional.of(Code.APPROVAL_NEEDED);
            case Command.Propose(String proposal, Command.FourEyes what, long _) ->
                    proposed(proposal).isPresent()
                            ? Optional.of(Code.PROPOSAL_EXISTS)
                            : binding(sender, what, now);
            case Command.Approve(String proposal) -> approval(sender, proposal, now);
            default -> throw new IllegalArgumentException("not on cases: " + command);
        };
    }

    private Optional<Code> approval(Sender sender, String proposal, long now) {
        if (proposed(proposal).isEmpty()) {
            return Optional.of(Code.PROPOSAL_UNKNOWN);
        }
        Entry.Proposed first = proposed(proposal).get();
        boolean isEnded =
                happened.stream()
                        .anyMatch(e ->
                                e instanceof Entry.Approved a && a.proposal().equals(proposal));
        if (isEnded) {
            return Optional.of(Code.PROPOSAL_ENDED);
        }
        if (first.untilMicros() <= now) {
            return Optional.of(Code.PROPOSAL_EXPIRED);
        }
        if (first.person().equals(sender.person())) {
            return Optional.of(Code.SAME_PERSON);
        }
        return binding(sender, first.command(), now);
    }

    private Optional<Entry.Proposed> proposed(String proposal) {
        return happened.stream()
                .filter(Entry.Proposed.class::isInstance)
                .map(Entry.Proposed.class::cast)
                .filter(p -> p.proposal().equals(proposal))
                .findFirst();
    }

    /// Why what takes two persons is refused; empty if it binds.
    Optional<Code> binding(Sender sender, Command.FourEyes what, long now) {
        if (what instanceof Command.Penalise(String name, CaseStep.Penalised step)) {
            return step(sender, name, step, now);
        }
        throw new IllegalArgumentException("not on cases: " + what);
    }

    private List<Entry.Stepped> steps(String name) {
        return happened.stream()
                .filter(Entry.Stepped.class::isInstance)
                .map(Entry.Stepped.class::cast)
                .filter(s -> s.name().equals(name))
                .toList();
    }

    private static final String BY_OTHERS =
            "replied appealed reported answered dispatched received resulted";

    private static boolean isIn(String words, String word) {
        return List.of(words.split(" ", -1)).contains(word);
    }

    private Optional<Code> step(Sender sender, String name, CaseStep step, long now) {
        if (!isIn(BY_OTHERS, step.code()) && sender.standing() == Sender.Standing.OWN_FACILITIES) {
            return Optional.of(Code.NOT_ALLOWED);
        }
        List<Entry.Stepped> before = steps(name);
        if (step instanceof CaseStep.Opened) {
            return before.isEmpty() ? Optional.empty() : Optional.of(Code.CASE_EXISTS);
        }
        if (before.isEmpty()) {
            return Optional.of(Code.CASE_UNKNOWN);
        }
        if (isIn("replied appealed reported", step.code())
                && !before.getFirst()
                        .step()
                        .toString()
                        .contains("party=" + sender.organisation())) {
            return Optional.of(Code.CASE_OF_ANOTHER);
        }
        Optional<Code> part = new NaiveParts(before).refusal(sender.organisation(), step);
        if (part.isPresent()) {
            return part;
        }
        return switch (step) { // a penalty there is, so the case is confirmed or closed
            case AppealStep.Appealed(String _, String _, long until) ->
                    now < until ? Optional.empty() : Optional.of(Code.APPEAL_LATE);
            case AppealStep.Ruled ruled -> ruling(before, sender.person(), ruled);
            default -> step(before.stream().map(Entry.Stepped::step), step, now);
        };
    }

    private static Optional<Code> ruling(
            List<Entry.Stepped> before, String person, AppealStep.Ruled ruled) {
        boolean hadPart =
                before.getFirst().step().toString().endsWith("assigned=" + person + "]")
                        || before.stream()
                                .anyMatch(s ->
                                        isIn("confirmed refuted penalised", s.step().code())
                                                && s.person().equals(person));
        if (hadPart) {
            return Optional.of(Code.APPEAL_JUDGE);
        }
        long imposed = new NaiveParts(before).imposed(ruled.penalty()).orElseThrow().fineYuan();
        return ruled.code().equals("penalty-reduced") && ruled.fineYuan() >= imposed
                ? Optional.of(Code.APPEAL_FINE)
                : Optional.empty();
    }

    private static boolean isAppealed(List<CaseStep> all) {
        return all.stream().filter(AppealStep.Appealed.class::isInstance).count()
                > all.stream().filter(AppealStep.Ruled.class::isInstance).count();
    }

    private static Optional<Code> step(Stream<CaseStep> before, CaseStep step, long now) {
        List<CaseStep> all = before.toList();
        CaseStep last = last(all, "opened asked replied confirmed refuted closed").orElseThrow();
        Optional<CaseStep> correction = last(all, "ordered reported corrected not-corrected");
        String state = correction.map(CaseStep::code).orElse("");
        boolean isPending = isIn("ordered reported", state);
        String anyTime =
                " noted visited sealed unsealed sampled dispatched received resulted tasked answered";
        String follows =
                switch (last.code()) {
                    case "opened", "replied" -> "asked confirmed refuted" + anyTime;
                    case "asked" -> "replied confirmed refuted" + anyTime;
                    case "confirmed" ->
                            "penalised"
                                    + anyTime
                                    + (isPending ? "" : " ordered")
                                    + (isPending || isAppealed(all) ? "" : " closed")
                                    + (state.equals("ordered") ? " reported not-corrected" : "")
                                    + (state.equals("reported") ? " corrected not-corrected" : "");
                    case "refuted" -> "closed" + anyTime;
                    default -> "";
                };
        if (!isIn(follows, step.code())) {
            return Optional.of(Code.CASE_STATE);
        }
        long notBefore =
                step instanceof CaseStep.Decided && last instanceof CaseStep.Asked asked
                        ? asked.dueMicros()
                        : now;
        if (step instanceof CorrectionStep.Checked
                && correction.orElseThrow() instanceof CorrectionStep.Ordered ordered) {
            notBefore = ordered.dueMicros();
        }
        if (now < notBefore) {
            return Optional.of(Code.CASE_AWAITS_REPLY);
        }
        long due =
                switch (step) {
                    case CaseStep.Asked asked -> asked.dueMicros();
                    case CorrectionStep.Ordered ordered -> ordered.dueMicros();
                    case TaskStep.Tasked tasked -> tasked.dueMicros();
                    default -> now + 1;
                };
        return due <= now || due > now + YEAR_MICROS
                ? Optional.of(Code.CASE_DUE)
                : Optional.empty();
    }

    private static Optional<CaseStep> last(List<CaseStep> steps, String codes) {
        return steps.stream().filter(s -> isIn(codes, s.code())).reduce((_, later) -> later);
    }
}
