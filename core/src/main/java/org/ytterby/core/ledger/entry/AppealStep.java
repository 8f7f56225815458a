package org.ytterby.core.ledger.entry;

/// What happens after a penalty was imposed: the enterprise appeals against it, and somebody who
/// had no part in it rules on the appeal. In a case that was closed, too.
public sealed interface AppealStep extends CaseStep.Alone {
    /// Number of the penalty in its case, `1` for the first.
    String penalty();

    /// The enterprise appeals.
    ///
    /// @param ground why the penalty is wrong
    /// @param untilMicros when the time to appeal against it ends by the law of its day,
    ///   microseconds since 1970
    record Appealed(String penalty, String ground, long untilMicros) implements AppealStep {
        /// @throws IllegalArgumentException if a text or the time has another form
        public Appealed {
            Texts.requireName(penalty);
            Texts.requireText(ground);
            Texts.requireExact(untilMicros);
        }

        @Override
        public String code() {
            return "appealed";
        }
    }

    /// What becomes of a penalty.
    enum Outcome {
        /// It stays as it is.
        UPHELD("upheld"),
        /// It stays with a lower fine.
        REDUCED("reduced"),
        /// It falls away, and what it rested on with it.
        WITHDRAWN("withdrawn");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// @throws IllegalArgumentException unless it is the code of an outcome
        public static Outcome parse(String code) {
            for (Outcome outcome : values()) {
                if (outcome.code.equals(code)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException(
                    "outcome: upheld, reduced or withdrawn / 复议结果须为 upheld、reduced 或 withdrawn: "
                            + code);
        }
    }

    /// The appeal is ruled on.
    ///
    /// @param fineYuan CNY, of a penalty that is reduced; else 0
    record Ruled(String penalty, Outcome outcome, long fineYuan, String reason)
            implements AppealStep {
        /// @throws IllegalArgumentException if a text has another form, or a fine is negative or
        ///   told without a reduction
        public Ruled {
            Texts.requireName(penalty);
            Texts.requireText(reason);
            Texts.requireExact(fineYuan);
            if (fineYuan < 0 || (fineYuan > 0 && outcome != Outcome.REDUCED)) {
                throw new IllegalArgumentException(
                        "fine: 0 or more for a reduced penalty, 0 for others / 仅减轻处罚时填写罚款，其他填 0: "
                                + fineYuan);
            }
        }

        @Override
        public String code() {
            return "penalty-" + outcome.code;
        }
    }
}
