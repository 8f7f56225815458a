package org.ytterby.core.ledger.entry;

/// What happens in a case: a finding that a supervisor looks into.
///
/// What is done on site is an [InspectionStep], what other departments do a [TaskStep], what
/// follows on a confirmed finding a [CorrectionStep], what follows on a penalty an [AppealStep].
public sealed interface CaseStep {
    /// The word for it in entries and in the API.
    String code();

    /// What one person may do alone.
    sealed interface Alone extends CaseStep
            permits Opened,
                    Asked,
                    Replied,
                    Noted,
                    Decided,
                    Closed,
                    AppealStep,
                    CorrectionStep,
                    InspectionStep,
                    TaskStep {}

    /// The case begins.
    ///
    /// @param finding id of the finding that it looks into
    /// @param rule code of the rule that raised it
    /// @param party whom the finding concerns, and who alone may reply
    /// @param facility id of the facility, empty where it concerns none
    /// @param assigned the person who looks into it
    record Opened(String finding, String rule, String party, String facility, String assigned)
            implements Alone {
        /// @throws IllegalArgumentException unless finding and person are named, or if a text has
        ///   another form
        public Opened {
            Texts.requireText(finding);
            Texts.requireTextOrNone(rule);
            Texts.requireText(assigned);
            Texts.requireTextOrNone(party);
            Texts.requireTextOrNone(facility);
        }

        @Override
        public String code() {
            return "opened";
        }
    }

    /// The enterprise is asked.
    ///
    /// @param dueMicros until when it may reply before it is decided without it, microseconds since
    ///   1970
    record Asked(String question, long dueMicros) implements Alone {
        /// @throws IllegalArgumentException if the text or the time has another form
        public Asked {
            Texts.requireText(question);
            Texts.requireExact(dueMicros);
        }

        @Override
        public String code() {
            return "asked";
        }
    }

    /// The enterprise replies.
    record Replied(String reply) implements Alone {
        /// @throws IllegalArgumentException if the text has another form
        public Replied {
            Texts.requireText(reply);
        }

        @Override
        public String code() {
            return "replied";
        }
    }

    /// A supervisor notes evidence; the enterprise does not see it.
    record Noted(String evidence) implements Alone {
        /// @throws IllegalArgumentException if the text has another form
        public Noted {
            Texts.requireText(evidence);
        }

        @Override
        public String code() {
            return "noted";
        }
    }

    /// The finding is confirmed or refuted.
    ///
    /// @param clause of the law that was broken; empty where the finding is refuted
    record Decided(boolean isConfirmed, String reason, String clause) implements Alone {
        /// @throws IllegalArgumentException unless a reason is given, and a clause exactly where
        ///   the finding is confirmed
        public Decided {
            Texts.requireText(reason);
            if (isConfirmed) {
                Texts.requireText(clause);
            } else if (!clause.isEmpty()) {
                throw new IllegalArgumentException(
                        "a refuted finding names no clause / 排除线索时不得引用条款: " + clause);
            }
        }

        @Override
        public String code() {
            return isConfirmed ? "confirmed" : "refuted";
        }
    }

    /// A penalty is imposed; takes two persons.
    ///
    /// @param clause that it rests on
    /// @param fineYuan CNY, 0 for an order to correct alone
    record Penalised(String clause, long fineYuan, String reason) implements CaseStep {
        /// @throws IllegalArgumentException if a text has another form or the fine is negative
        public Penalised {
            Texts.requireText(clause);
            Texts.requireText(reason);
            Texts.requireExact(fineYuan);
            if (fineYuan < 0) {
                throw new IllegalArgumentException("a fine is not negative / 罚款不得为负: " + fineYuan);
            }
        }

        @Override
        public String code() {
            return "penalised";
        }
    }

    /// The case ends.
    record Closed(String reason) implements Alone {
        /// @throws IllegalArgumentException if the text has another form
        public Closed {
            Texts.requireText(reason);
        }

        @Override
        public String code() {
            return "closed";
        }
    }
}
