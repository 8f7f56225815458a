package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A penalty of a case as it stands after its appeal.
///
/// @param number in its case, `1` for the first
/// @param imposed as it was imposed
/// @param atMicros when, microseconds since 1970
/// @param fineYuan CNY that it comes to now
/// @param appealedMicros when it was appealed against, microseconds since 1970; 0 while it was not
public record Penalty(
        String number,
        CaseStep.Penalised imposed,
        long atMicros,
        long fineYuan,
        State state,
        long appealedMicros) {
    /// How far its appeal is.
    public enum State {
        IMPOSED("imposed"),
        APPEALED("appealed"),
        UPHELD("upheld"),
        REDUCED("reduced"),
        WITHDRAWN("withdrawn");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Those of a case, in the order in which they were imposed; O(steps).
    public static List<Penalty> of(List<Entry.Stepped> steps) {
        List<Penalty> all = new ArrayList<>();
        for (Entry.Stepped next : steps) {
            if (next.step() instanceof CaseStep.Penalised imposed) {
                String number = Integer.toString(all.size() + 1);
                all.add(
                        new Penalty(
                                number,
                                imposed,
                                next.atMicros(),
                                imposed.fineYuan(),
                                State.IMPOSED,
                                0));
            } else if (next.step() instanceof AppealStep step) {
                all.replaceAll(
                        p -> p.number.equals(step.penalty()) ? p.after(step, next.atMicros()) : p);
            }
        }
        return List.copyOf(all);
    }

    private Penalty after(AppealStep step, long micros) {
        return switch (step) {
            case AppealStep.Appealed _ ->
                    new Penalty(number, imposed, atMicros, fineYuan, State.APPEALED, micros);
            case AppealStep.Ruled(String _, AppealStep.Outcome outcome, long fine, String _) ->
                    switch (outcome) {
                        case UPHELD -> as(State.UPHELD, fineYuan);
                        case REDUCED -> as(State.REDUCED, fine);
                        case WITHDRAWN -> as(State.WITHDRAWN, 0);
                    };
        };
    }

    private Penalty as(State next, long fine) {
        return new Penalty(number, imposed, atMicros, fine, next, appealedMicros);
    }

    /// Whether an appeal against it waits to be ruled on.
    public boolean isAppealed() {
        return state == State.APPEALED;
    }

    /// Whether it fell away.
    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    /// The one of a number.
    static Optional<Penalty> find(List<Penalty> all, String number) {
        return all.stream().filter(p -> p.number.equals(number)).findFirst();
    }
}
