package org.ytterby.formats.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/// A workbook that is read: its sheets, and what their cells share. Sheets themselves are read one
/// row at a time; only shared texts and formats are held.
public final class Workbook {
    private static final String ROOT_RELATIONS = "_rels/.rels";
    private static final int FORMATS_MAX = 100_000;
    private static final int SHEETS_MAX = 10_000;
    private static final int RELATIONS_MAX = 20_000;
    private static final int PATH_MAX = 4_096;

    private final Parts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<NumberKind> formats = new ArrayList<>();
    private SharedStrings strings = SharedStrings.none();
    private Calendar calendar = Calendar.FROM_1900;

    private Workbook(Parts parts) {
        this.parts = parts;
    }

    /// One sheet of cells.
    ///
    /// @param hidden whether the person at the spreadsheet does not see it
    /// @param path its part
    public record Sheet(String name, boolean hidden, String path) {}

    /// Whether these parts are a workbook.
    public static boolean isWorkbook(Parts parts) {
        return parts.has("[Content_Types].xml") && parts.has(ROOT_RELATIONS);
    }

    /// Reads what the sheets share.
    ///
    /// @throws IOException if it is no workbook or breaks its format
    public static Workbook read(Parts parts) throws IOException {
        Workbook workbook = new Workbook(parts);
        String main = "";
        for (Relation relation : relations(parts, ROOT_RELATIONS, "").values()) {
            if (relation.type().equals("officeDocument")) {
                main = relation.target();
            }
        }
        if (!parts.has(main)) {
            throw new IOException("it has no list of sheets");
        }
        int slash = main.lastIndexOf('/') + 1;
        String folder = main.substring(0, slash);
        String list = folder + "_rels/" + main.substring(slash) + ".rels";
        Map<String, Relation> relations =
                parts.has(list) ? relations(parts, list, folder) : Map.of();
        workbook.readSheets(main, relations);
        for (Relation relation : relations.values()) {
            if (relation.type().equals("sharedStrings") && parts.has(relation.target())) {
                try (Xml xml = new Xml(parts.open(relation.target()))) {
                    workbook.strings = SharedStrings.read(xml);
                }
            } else if (relation.type().equals("styles") && parts.has(relation.target())) {
                workbook.readFormats(relation.target());
            }
        }
        return workbook;
    }

    private record Relation(String type, String target) {}

    private static Map<String, Relation> relations(Parts parts, String path, String folder)
            throws IOException {
        Map<String, Relation> relations = new HashMap<>();
        int count = 0;
        try (Xml xml = new Xml(parts.open(path))) {
            while (xml.find("Relationship")) {
                count++;
                if (count > RELATIONS_MAX) {
                    throw new IOException("it has over " + RELATIONS_MAX + " relations");
                }
                String type = xml.attribute("Type");
                String target = xml.attribute("Target");
                if (target.length() > PATH_MAX) {
                    throw new IOException("a relation of over " + PATH_MAX + " characters");
                }
                if (!xml.attribute("TargetMode").equals("External")) {
                    relations.put(
                            xml.attribute("Id"),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolved(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target.startsWith("./") ? target.substring(2) : target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            base = base.replaceFirst("[^/]*/$", "");
        }
        return base + rest;
    }

    private void readSheets(String main, Map<String, Relation> relations) throws IOException {
        try (Xml xml = new Xml(parts.open(main))) {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                if (!xml.isStart()) {
                    continue;
                }
                if (xml.is("workbookPr") && xml.attribute("date1904").matches("1|true")) {
                    calendar = Calendar.FROM_1904;
                } else if (xml.is("sheet")) {
                    Relation relation = relations.get(xml.attribute("id"));
                    if (relation != null && relation.type().equals("worksheet")) {
                        String state = xml.attribute("state");
                        sheets.add(
                                new Sheet(
                                        RichText.unescaped(xml.attribute("name")),
                                        state.equals("hidden") || state.equals("veryHidden"),
                                        relation.target()));
                    }
                    if (sheets.size() > SHEETS_MAX) {
                        throw new IOException("it has over " + SHEETS_MAX + " sheets");
                    }
                }
            }
        }
    }

    private void readFormats(String path) throws IOException {
        Map<Integer, NumberKind> own = new HashMap<>();
        boolean inCells = false;
        try (Xml xml = new Xml(parts.open(path))) {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                if (xml.isStart() && xml.is("numFmt") && own.size() < FORMATS_MAX) {
                    own.put(xml.whole("numFmtId", -1), NumberKind.of(xml.attribute("formatCode")));
                } else if (xml.isElement() && xml.is("cellXfs")) {
                    inCells = xml.isStart();
                } else if (inCells
                        && xml.isStart()
                        && xml.is("xf")
                        && formats.size() < FORMATS_MAX) {
                    int id = xml.whole("numFmtId", 0);
                    NumberKind kind = own.get(id);
                    formats.add(kind == null ? NumberKind.builtIn(id) : kind);
                }
            }
        }
    }

    /// The sheets of cells, in the order of their tabs; charts are none.
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /// How the workbook counts days.
    public Calendar calendar() {
        return calendar;
    }

    /// Opens the cells of a sheet.
    public SheetCells cells(Sheet sheet) throws IOException {
        if (!parts.has(sheet.path())) {
            throw new IOException("the part " + sheet.path() + " is not there");
        }
        Merges merges = Merges.find(parts, sheet.path());
        return new SheetCells(new Xml(parts.open(sheet.path())), this, merges);
    }

    String sharedText(int index) throws IOException {
        return strings.get(index);
    }

    NumberKind kind(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : NumberKind.PLAIN;
    }
}
