package org.ytterby.formats.results;

/// Cells that a spreadsheet must not take for a formula.
///
/// `errors.csv` is opened by people, and its cells quote what a sender wrote. The other files hold
/// ids exactly as declared, because programs join by them.
final class Inert {
    /// What begins a formula, in full width too.
    private static final String FORMULA_MARKS = "=+-@＝＋－＠";

    private Inert() {}

    /// The cell, behind an apostrophe if it begins like a formula and is no number.
    static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_MARKS.indexOf(text.charAt(0)) >= 0;
        return isFormula && !isNumber(text) ? "'" + text : text;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");
    }
}
