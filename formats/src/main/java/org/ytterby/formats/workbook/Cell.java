package org.ytterby.formats.workbook;

/// What a cell of a sheet holds. A blank cell is a [Text] without characters.
public sealed interface Cell {
    /// Characters.
    record Text(String text) implements Cell {}

    /// A number.
    ///
    /// @param raw as the file writes it, up to 17 significant digits
    /// @param kind what its number format makes of it
    record Figure(String raw, NumberKind kind) implements Cell {}

    /// TRUE or FALSE.
    record Truth(boolean value) implements Cell {}

    /// A day, or a day and time, that the file itself writes as ISO 8601.
    record Moment(String text) implements Cell {}

    /// An error such as `#N/A` instead of a value.
    record Failure(String code) implements Cell {}

    /// A formula whose result was never stored.
    record Uncomputed(String formula) implements Cell {}

    /// The cell where nothing was entered.
    Cell BLANK = new Text("");
}
