package org.ytterby.formats.workbook;

import java.util.List;

/// A column of a sheet that is written.
///
/// @param name its header
/// @param cells how cells look where nothing was entered yet
/// @param width in characters
/// @param note shown at the header; empty for none
/// @param choice what may be chosen from
public record SheetColumn(
        String name, Style header, Style cells, int width, String note, Choice choice) {
    /// What a drop-down offers.
    public sealed interface Choice {
        /// No drop-down.
        record Free() implements Choice {}

        /// These words and no others; together at most 255 characters.
        record Words(List<String> words) implements Choice {}

        /// What stands in a column of another sheet; other values are let through.
        record Listed(String sheet, int column) implements Choice {}

        /// Numbers from `minimum` on, up to `maximum`.
        record Between(double minimum, double maximum) implements Choice {}
    }

    /// A column without note and drop-down.
    public static SheetColumn plain(String name, Style cells, int width) {
        return new SheetColumn(name, Style.HEADER, cells, width, "", new Choice.Free());
    }
}
