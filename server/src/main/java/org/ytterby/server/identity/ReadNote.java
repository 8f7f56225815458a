package org.ytterby.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What is known of the read that a request is, until it is logged.
public final class ReadNote {
    private static final String ATTRIBUTE = ReadNote.class.getName();

    private final Caller caller;
    private final Right right;
    private String about;
    private @Nullable Integer rows;

    private ReadNote(Caller caller, Right right) {
        this.caller = caller;
        this.right = right;
        about = Reach.of(caller).about();
    }

    /// Whose rows the answer shows, where that is known better than by the caller's reach.
    public static void about(String organisation) {
        current().ifPresent(note -> note.about = organisation);
    }

    /// How many rows the answer shows, where it does not tell itself.
    public static void rows(int rows) {
        current().ifPresent(note -> note.rows = rows);
    }

    private static Optional<ReadNote> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes held
                ? Optional.ofNullable((ReadNote) held.getRequest().getAttribute(ATTRIBUTE))
                : Optional.empty();
    }

    static void begin(HttpServletRequest request, Caller caller, Right right) {
        request.setAttribute(ATTRIBUTE, new ReadNote(caller, right));
    }

    /// The note of a request that is not logged yet; afterwards there is none.
    static Optional<ReadNote> taken(HttpServletRequest request) {
        Optional<ReadNote> note = Optional.ofNullable((ReadNote) request.getAttribute(ATTRIBUTE));
        request.removeAttribute(ATTRIBUTE);
        return note;
    }

    ReadLog.Read read(HttpServletRequest request, @Nullable Object body) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        Integer count = body instanceof Counted counted ? Integer.valueOf(counted.rows()) : rows;
        return new ReadLog.Read(caller, right.code(), path, about, count);
    }
}
