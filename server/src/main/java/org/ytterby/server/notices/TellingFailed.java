package org.ytterby.server.notices;

/// Something could not be told to somebody outside.
final class TellingFailed extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int ANSWER_MAX = 300;

    private final Failure failure;

    /// @param answer what the other side said
    TellingFailed(Failure failure, String answer, Throwable cause) {
        super(shortened(answer), cause);
        this.failure = failure;
    }

    TellingFailed(Failure failure, String answer) {
        super(shortened(answer));
        this.failure = failure;
    }

    private static String shortened(String answer) {
        String printable = answer.replaceAll("\\p{Cntrl}+", " ").strip();
        return printable.substring(0, Math.min(ANSWER_MAX, printable.length()));
    }

    Failure failure() {
        return failure;
    }

    String answer() {
        return String.valueOf(getMessage());
    }
}
