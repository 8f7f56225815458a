package org.ytterby.formats.workbook;

/// How a cell looks; the position is its number in the styles of the workbook.
public enum Style {
    PLAIN("General", Look.USUAL),
    HEADER("@", Look.HEADER),
    REQUIRED_HEADER("@", Look.REQUIRED),
    TEXT("@", Look.USUAL),
    DAY("yyyy-mm-dd", Look.USUAL),
    TIME("yyyy-mm-dd hh:mm:ss", Look.USUAL),
    EXAMPLE_PLAIN("General", Look.EXAMPLE),
    EXAMPLE_TEXT("@", Look.EXAMPLE),
    EXAMPLE_DAY("yyyy-mm-dd", Look.EXAMPLE),
    EXAMPLE_TIME("yyyy-mm-dd hh:mm:ss", Look.EXAMPLE),
    TITLE("@", Look.TITLE),
    PROSE("@", Look.PROSE);

    /// Font, ground and wrapping.
    enum Look {
        USUAL(0, 0, false),
        HEADER(1, 2, false),
        REQUIRED(1, 3, false),
        EXAMPLE(2, 0, false),
        TITLE(3, 0, false),
        PROSE(0, 0, true);

        private final int font;
        private final int fill;
        private final boolean wraps;

        Look(int font, int fill, boolean wraps) {
            this.font = font;
            this.fill = fill;
            this.wraps = wraps;
        }
    }

    private final String format;
    private final Look look;

    Style(String format, Look look) {
        this.format = format;
        this.look = look;
    }

    private int formatId() {
        return switch (format) {
            case "@" -> 49;
            case "yyyy-mm-dd" -> 164;
            case "yyyy-mm-dd hh:mm:ss" -> 165;
            default -> 0;
        };
    }

    /// The part that defines all styles.
    static String xml() {
        StringBuilder cells = new StringBuilder();
        for (Style style : values()) {
            cells.append(
                    "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">%s</xf>"
                            .formatted(
                                    style.formatId(),
                                    style.look.font,
                                    style.look.fill,
                                    style.look.wraps
                                            ? "<alignment vertical=\"top\" wrapText=\"1\"/>"
                                            : "<alignment vertical=\"top\"/>"));
        }
        return """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
        <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
        <fonts count="4"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font>\
        <font><i/><sz val="11"/><color rgb="FF7A7A7A"/><name val="Calibri"/></font>\
        <font><b/><sz val="14"/><name val="Calibri"/></font></fonts>\
        <fills count="4"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFE7ECEF"/></patternFill></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFF6D9B8"/></patternFill></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="%d">%s</cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
        </styleSheet>
        """
                .formatted(values().length, cells);
    }
}
