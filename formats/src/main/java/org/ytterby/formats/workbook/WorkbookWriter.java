package org.ytterby.formats.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A workbook that is written: sheets grow side by side as files of a folder, which is then packed.
public final class WorkbookWriter implements AutoCloseable {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private final Path folder;
    private final Map<String, SheetWriter> sheets = new LinkedHashMap<>();

    /// @param folder an empty folder for the parts
    public WorkbookWriter(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("_rels"));
        Files.createDirectories(folder.resolve("xl/_rels"));
        Files.createDirectories(folder.resolve("xl/worksheets/_rels"));
    }

    /// Begins a sheet.
    ///
    /// @param hasHeader whether its first row are the names of the columns, which stays in view
    /// @param tabColour as `AARRGGBB`, empty for none
    public SheetWriter sheet(
            String name, List<SheetColumn> columns, boolean hasHeader, String tabColour)
            throws IOException {
        Path part = folder.resolve("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
        SheetWriter sheet = new SheetWriter(part, columns, hasHeader, tabColour);
        if (sheets.put(name, sheet) != null) {
            throw new IllegalArgumentException("sheet " + name + " was begun before");
        }
        return sheet;
    }

    /// Ends all sheets and writes what binds them.
    ///
    /// @param order names of the sheets as their tabs stand
    public void finish(List<String> order) throws IOException {
        List<String> begun = List.copyOf(sheets.keySet());
        StringBuilder tabs = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (String name : order) {
            int id = begun.indexOf(name) + 1;
            tabs.append(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                            .formatted(RichText.escaped(name), id, id));
        }
        for (int i = 0; i < begun.size(); i++) {
            SheetWriter sheet = sheets.get(begun.get(i));
            if (sheet == null) {
                throw new IllegalStateException("no sheet " + begun.get(i));
            }
            finish(sheet, i + 1, types);
            relations.append(
                    "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                            .formatted(i + 1, OFFICE, i + 1));
        }
        relations.append(
                "<Relationship Id=\"rId%d\" Type=\"%s/styles\" Target=\"styles.xml\"/>"
                        .formatted(begun.size() + 1, OFFICE));
        write("xl/styles.xml", Style.xml());
        write("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        write(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                        + OFFICE
                        + "\"><bookViews><workbookView/></bookViews><sheets>"
                        + tabs
                        + "</sheets></workbook>");
        write(
                "_rels/.rels",
                relations(
                        "<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                                .formatted(OFFICE)));
        write("[Content_Types].xml", contentTypes(types));
    }

    private void finish(SheetWriter sheet, int number, StringBuilder types) throws IOException {
        sheet.finish();
        types.append(override("worksheets/sheet" + number, "spreadsheetml.worksheet"));
        if (!sheet.hasNotes()) {
            return;
        }
        types.append(override("comments" + number, "spreadsheetml.comments"));
        write("xl/comments" + number + ".xml", Notes.texts(sheet.columns()));
        write("xl/notes" + number + ".vml", Notes.boxes(sheet.columns()));
        write(
                "xl/worksheets/_rels/sheet" + number + ".xml.rels",
                relations(
                        ("<Relationship Id=\"rId1\" Type=\"%1$s/vmlDrawing\" Target=\"../notes%2$d.vml\"/>"
                                        + "<Relationship Id=\"rId2\" Type=\"%1$s/comments\" Target=\"../comments%2$d.xml\"/>")
                                .formatted(OFFICE, number)));
    }

    private static String contentTypes(StringBuilder sheets) {
        return HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"vml\" ContentType=\""
                + TYPE
                + "vmlDrawing\"/>"
                + override("workbook", "spreadsheetml.sheet.main")
                + override("styles", "spreadsheetml.styles")
                + sheets
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
                .formatted(part, TYPE, type);
    }

    private static String relations(String list) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "\">" + list + "</Relationships>";
    }

    /// Lets go of the files of all sheets, be they ended or not.
    @Override
    public void close() {
        sheets.values().forEach(SheetWriter::close);
    }

    private void write(String part, String xml) throws IOException {
        Files.writeString(folder.resolve(part), xml);
    }
}
