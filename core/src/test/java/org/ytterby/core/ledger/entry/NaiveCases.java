package org.ytterby.core.ledger.entry;

import java.util.List;
import java.util.Optional;
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
                            : step(sender, what, now);
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
        return step(sender, first.command(), now);
    }

    private Optional<Entry.Proposed> proposed(String proposal) {
        return happened.stream()
                .filter(Entry.Proposed.class::isInstance)
                .map(Entry.Proposed.class::cast)
                .filter(p -> p.proposal().equals(proposal))
                .findFirst();
    }

    private Optional<Code> step(Sender sender, Command.FourEyes what, long now) {
        if (what instanceof Command.Penalise(String name, CaseStep.Penalised step)) {
            return step(sender, name, step, now);
        }
        throw new IllegalArgumentException("not on cases: " + what);
    }

    private List<CaseStep> steps(String name) {
        return happened.stream()
                .filter(Entry.Stepped.class::isInstance)
                .map(Entry.Stepped.class::cast)
                .filter(s -> s.name().equals(name))
                .map(Entry.Stepped::step)
                .toList();
    }

    private Optional<Code> step(Sender sender, String name, CaseStep step, long now) {
        boolean isReply = step instanceof CaseStep.Replied;
        if (!isReply && sender.standing() == Sender.Standing.OWN_FACILITIES) {
            return Optional.of(Code.NOT_ALLOWED);
        }
        List<CaseStep> before = steps(name);
        if (step instanceof CaseStep.Opened) {
            return before.isEmpty() ? Optional.empty() : Optional.of(Code.CASE_EXISTS);
        }
        if (before.isEmpty()) {
            return Optional.of(Code.CASE_UNKNOWN);
        }
        if (isReply && !before.getFirst().toString().contains("party=" + sender.organisation())) {
            return Optional.of(Code.CASE_OF_ANOTHER);
        }
        // the last step that is neither a note nor a penalty says how far the case is
        CaseStep last =
                before.stream()
                        .filter(s -> !List.of("noted", "penalised").contains(s.code()))
                        .reduce((_, later) -> later)
                        .orElseThrow();
        String follows =
                switch (last.code()) {
                    case "opened", "replied" -> "asked noted confirmed refuted";
                    case "asked" -> "replied noted confirmed refuted";
                    case "confirmed" -> "noted penalised closed";
                    case "refuted" -> "noted closed";
                    default -> "";
                };
        if (!List.of(follows.split(" ", -1)).contains(step.code())) {
            return Optional.of(Code.CASE_STATE);
        }
        if (last instanceof CaseStep.Asked(String _, long due)
                && step instanceof CaseStep.Decided
                && now < due) {
            return Optional.of(Code.CASE_AWAITS_REPLY);
        }
        return step instanceof CaseStep.Asked(String _, long due)
                        && (due <= now || due > now + YEAR_MICROS)
                ? Optional.of(Code.CASE_DUE)
                : Optional.empty();
    }
}
