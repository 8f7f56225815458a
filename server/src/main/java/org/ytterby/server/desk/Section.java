package org.ytterby.server.desk;

import java.util.function.ToIntFunction;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// A capability in the rail, for those who have its right. Every capability with pages declares
/// one.
///
/// @param order place in the rail, ascending
/// @param path where its pages begin
/// @param waits how much there waits for somebody
public record Section(int order, String path, Text word, Right right, ToIntFunction<Caller> waits) {
    /// A section in which nothing waits.
    public Section(int order, String path, Text word, Right right) {
        this(order, path, word, right, _ -> 0);
    }
}
