package org.ytterby.core.ledger.entry;

/// What another department does in a case: customs, police, tax, environment.
///
/// The department sees the heading of the case and its own tasks, and nothing else of it.
public sealed interface TaskStep extends CaseStep.Alone {
    /// A department is asked for something.
    ///
    /// @param task its name, unique in the case
    /// @param organisation party code of the department
    /// @param dueMicros until when it is awaited, microseconds since 1970
    record Tasked(String task, String organisation, String request, long dueMicros)
            implements TaskStep {
        /// @throws IllegalArgumentException if a text or the time has another form
        public Tasked {
            Texts.requireName(task);
            Texts.requireText(organisation);
            Texts.requireText(request);
            Texts.requireExact(dueMicros);
        }

        @Override
        public String code() {
            return "tasked";
        }
    }

    /// The department answers; late, too.
    record Answered(String task, String answer) implements TaskStep {
        /// @throws IllegalArgumentException if a text has another form
        public Answered {
            Texts.requireName(task);
            Texts.requireText(answer);
        }

        @Override
        public String code() {
            return "answered";
        }
    }
}
