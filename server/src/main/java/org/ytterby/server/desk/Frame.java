package org.ytterby.server.desk;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// What stands around every page.
///
/// @param theme `light`, `dark`, or empty for what the reader's system prefers
/// @param caller absent before signing in
/// @param position of the ledger that pages answer from; below 0 while there is no answer yet
/// @param rail sections that the caller may use
/// @param section path of the section that the page is in, empty if it is in none
/// @param address of the page, without language and theme
/// @param unread notices of the caller
/// @param words of the page that are explained
/// @param names of organisations by their codes
/// @param tour where the caller stands in it; absent when it is over, and before signing in
public record Frame(
        Language language,
        String theme,
        @Nullable Caller caller,
        long position,
        List<Entry> rail,
        String section,
        String address,
        long unread,
        Glossary.Reader words,
        UnaryOperator<String> names,
        Tour.@Nullable Place tour) {
    /// A section in the rail.
    ///
    /// @param waits how much there waits for the caller
    public record Entry(Section section, int waits) {}

    public Frame {
        rail = List.copyOf(rail);
    }

    /// The page's address with a choice added to it.
    public String with(String choice, String value) {
        return address + (address.contains("?") ? "&" : "?") + choice + "=" + value;
    }

    /// Whether the caller has a right: what leads to a page that they may not open is no link.
    ///
    /// @param right its name, such as `TRACE`
    public boolean may(String right) {
        return caller != null && Right.valueOf(right).isOf(caller);
    }

    /// What an organisation is called: its name, or the code where none is known.
    public String party(String code) {
        return names.apply(code);
    }

    /// The roles of the caller, in words.
    public String roles() {
        return caller == null ? "" : RoleWords.of(caller.roles(), language);
    }
}
