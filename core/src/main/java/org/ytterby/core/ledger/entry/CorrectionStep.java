package org.ytterby.core.ledger.entry;

/// What happens after a finding was confirmed and before the case ends: the enterprise is ordered
/// to correct, reports, and the report is checked.
public sealed interface CorrectionStep extends CaseStep.Alone {
    /// The enterprise is ordered to correct.
    ///
    /// @param dueMicros until when it has to report, microseconds since 1970
    record Ordered(String order, long dueMicros) implements CorrectionStep {
        /// @throws IllegalArgumentException if the text or the time has another form
        public Ordered {
            Texts.requireText(order);
            Texts.requireExact(dueMicros);
        }

        @Override
        public String code() {
            return "ordered";
        }
    }

    /// The enterprise says what it corrected; late, too.
    record Reported(String report) implements CorrectionStep {
        /// @throws IllegalArgumentException if the text has another form
        public Reported {
            Texts.requireText(report);
        }

        @Override
        public String code() {
            return "reported";
        }
    }

    /// What was corrected is enough, or it is not.
    record Checked(boolean isEnough, String reason) implements CorrectionStep {
        /// @throws IllegalArgumentException if the text has another form
        public Checked {
            Texts.requireText(reason);
        }

        @Override
        public String code() {
            return isEnough ? "corrected" : "not-corrected";
        }
    }
}
