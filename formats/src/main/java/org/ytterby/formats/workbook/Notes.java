package org.ytterby.formats.workbook;

import java.util.List;

/// The notes at the headers of a sheet, as spreadsheets keep them: the texts in one part, the boxes
/// that show them in another.
///
/// Source: ECMA-376 part 1, 18.7, and part 4, 14.1 (VML).
final class Notes {
    private static final int CHARS_PER_LINE = 28;
    private static final int LINE_PT = 15;

    private Notes() {}

    static String texts(List<SheetColumn> columns) {
        StringBuilder xml =
                new StringBuilder(
                        """
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                        <authors><author>Ytterby</author></authors><commentList>\
                        """);
        for (int c = 0; c < columns.size(); c++) {
            if (!columns.get(c).note().isEmpty()) {
                xml.append("<comment ref=\"")
                        .append(SheetCells.letters(c))
                        .append("1\" authorId=\"0\"><text><r><t xml:space=\"preserve\">")
                        .append(RichText.escaped(columns.get(c).note()))
                        .append("</t></r></text></comment>");
            }
        }
        return xml.append("</commentList></comments>").toString();
    }

    static String boxes(List<SheetColumn> columns) {
        StringBuilder xml =
                new StringBuilder(
                        """
                        <xml xmlns:v="urn:schemas-microsoft-com:vml"\
                         xmlns:o="urn:schemas-microsoft-com:office:office"\
                         xmlns:x="urn:schemas-microsoft-com:office:excel">\
                        <v:shapetype id="note" coordsize="21600,21600" o:spt="202"\
                         path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
                        <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\
                        """);
        for (int c = 0; c < columns.size(); c++) {
            String note = columns.get(c).note();
            if (!note.isEmpty()) {
                xml.append(
                        """
                        <v:shape id="note%1$d" type="#note"\
                         style="position:absolute;width:240pt;height:%2$dpt;visibility:hidden"\
                         fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
                        <v:path o:connecttype="none"/><v:textbox/>\
                        <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
                        <x:Anchor>%3$d, 12, 1, 4, %4$d, 12, %5$d, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
                        <x:Row>0</x:Row><x:Column>%1$d</x:Column></x:ClientData></v:shape>\
                        """
                                .formatted(
                                        c, height(note), c + 1, c + 4, 1 + height(note) / LINE_PT));
            }
        }
        return xml.append("</xml>").toString();
    }

    private static int height(String note) {
        int lines = 1;
        for (String line : note.split("\n", -1)) {
            int wide = (int) line.chars().filter(ch -> ch > 0x2E7F).count();
            lines += 1 + (line.length() + wide) / (2 * CHARS_PER_LINE);
        }
        return lines * LINE_PT;
    }
}
