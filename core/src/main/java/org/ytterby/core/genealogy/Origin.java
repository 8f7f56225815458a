package org.ytterby.core.genealogy;

/// Where material came into the books.
public sealed interface Origin {
    /// A mine.
    record Extraction(String facility) implements Origin {}

    /// A country.
    record Import(String country) implements Origin {}

    /// A supplier without duty to report.
    record Outside(String facility) implements Origin {}

    /// Stock counted before the first flow of a facility.
    record Opening(String facility) implements Origin {}

    /// A lot that was shipped, exported, used or disposed of but never came into being.
    record Undeclared() implements Origin {}

    /// More came out of a process than went in.
    record Unaccounted() implements Origin {}

    /// Whether somebody declared it.
    default boolean isDeclared() {
        return switch (this) {
            case Extraction _, Import _, Outside _, Opening _ -> true;
            case Undeclared _, Unaccounted _ -> false;
        };
    }

    /// The word used in files, such as `extraction:M-1`.
    default String code() {
        return switch (this) {
            case Extraction(String facility) -> "extraction:" + facility;
            case Import(String country) -> "import:" + country;
            case Outside(String facility) -> "outside:" + facility;
            case Opening(String facility) -> "opening:" + facility;
            case Undeclared() -> "undeclared";
            case Unaccounted() -> "unaccounted";
        };
    }
}
