package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on cases. Pure: reads the state, changes nothing.
final class CaseDecider {
    /// Most steps of a case before it can only be decided, penalised and closed.
    static final int STEPS_MAX = 1_000;

    /// Longest time to reply: 366 days.
    static final long REPLY_MAX_MICROS = 366L * 24 * 3_600 * 1_000_000;

    private final LedgerState state;

    CaseDecider(LedgerState state) {
        this.state = state;
    }

    Decision stepped(Sender sender, String name, CaseStep step, long nowMicros) {
        return refusal(sender, name, step, nowMicros)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() ->
                        Decision.accepted(
                                new Entry.Stepped(
                                        name,
                                        step,
                                        sender.organisation(),
                                        sender.person(),
                                        nowMicros)));
    }

    private Optional<Refusal> refusal(Sender sender, String name, CaseStep step, long nowMicros) {
        if (!(step instanceof CaseStep.Replied) && !sender.isForAll()) {
            return refused(Code.NOT_ALLOWED, name, sender.organisation());
        }
        Optional<CaseFile> file = state.caseFile(name);
        if (step instanceof CaseStep.Opened) {
            return file.isPresent() ? refused(Code.CASE_EXISTS, name, name) : Optional.empty();
        }
        return file.isEmpty()
                ? refused(Code.CASE_UNKNOWN, name, name)
                : refusal(sender, file.get(), step, nowMicros);
    }

    private static Optional<Refusal> refusal(
            Sender sender, CaseFile file, CaseStep step, long nowMicros) {
        String name = file.name();
        if (step instanceof CaseStep.Replied
                && !sender.organisation().equals(file.opened().party())) {
            return refused(Code.CASE_OF_ANOTHER, name, sender.organisation());
        }
        if (!file.mayTake(step)) {
            return refused(Code.CASE_STATE, name, file.state().code());
        }
        return switch (step) {
            case CaseStep.Decided _
                    when file.state() == CaseFile.State.ASKED && nowMicros < file.dueMicros() ->
                    refused(Code.CASE_AWAITS_REPLY, name, Long.toString(file.dueMicros()));
            case CaseStep.Asked(String _, long due)
                    when due <= nowMicros || due - nowMicros > REPLY_MAX_MICROS ->
                    refused(Code.CASE_DUE, name, Long.toString(due));
            case CaseStep.Asked _, CaseStep.Replied _, CaseStep.Noted _ ->
                    file.steps().size() >= STEPS_MAX
                            ? refused(Code.CASE_FULL, name, Integer.toString(STEPS_MAX))
                            : Optional.empty();
            case CaseStep.Opened _, CaseStep.Decided _, CaseStep.Penalised _, CaseStep.Closed _ ->
                    Optional.empty();
        };
    }

    private static Optional<Refusal> refused(Code code, String name, String value) {
        return Optional.of(new Refusal(code, name, value));
    }
}
