package org.ytterby.reports.paper;

/// How a line of text looks.
///
/// @param size points
/// @param before points of space above it
/// @param ink red, green and blue, as a PDF wants them
record Style(double size, boolean bold, double before, String ink) {
    private static final String DARK = "0.11 0.15 0.20";
    private static final String GREY = "0.35 0.41 0.45";
    private static final String RED = "0.64 0.09 0.13";

    static final Style TITLE = new Style(17, true, 0, DARK);
    static final Style PART = new Style(13, true, 14, DARK);
    static final Style HEADING = new Style(10.5, true, 10, DARK);
    static final Style FIGURE = new Style(17, true, 6, DARK);
    static final Style TEXT = new Style(9, false, 3, DARK);
    static final Style STRONG = new Style(9, true, 3, DARK);
    static final Style MARK = new Style(8, false, 2, GREY);
    static final Style BAD = new Style(9, true, 3, RED);

    private static final double LINE = 1.45;

    /// From one line to the next, points.
    double line() {
        return size * LINE;
    }
}
