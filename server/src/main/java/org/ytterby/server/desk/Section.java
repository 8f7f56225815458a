package org.ytterby.server.desk;

import org.ytterby.core.supervision.Text;
import org.ytterby.server.identity.Right;

/// A capability in the rail, for those who have its right. Every capability with pages declares
/// one.
///
/// @param order place in the rail, ascending
/// @param path where its pages begin
public record Section(int order, String path, Text word, Right right) {}
