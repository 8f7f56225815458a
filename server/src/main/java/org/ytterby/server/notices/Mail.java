package org.ytterby.server.notices;

/// A mail in plain text.
///
/// @param to an address of good form
/// @param id unique, the same when it is sent again; letters, digits and dots
record Mail(String to, String id, String subject, String text) {}
