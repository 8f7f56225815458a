package org.ytterby.reports.plan;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ytterby.reports.paper.Paper;
import org.ytterby.reports.paper.PaperTable;
import org.ytterby.reports.paper.PaperTable.Cell;

/// Why a plan is as it is, as PDF: what [PlanSheets#section] said, also where it was kept since,
/// and so word for word what the page shows.
public final class PlanPaper {
    /// What XML cannot say.
    private static final String UNSAYABLE =
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final Paper paper;
    private final Head head;

    /// What stands above the sheet and at the foot of its pages.
    ///
    /// @param facts names and values: whose the plan is, since when, by which law
    /// @param footer what the sheet rests on
    /// @param day of issue, `2026-01-31`; empty for none
    public record Head(String title, List<List<String>> facts, String footer, String day) {
        public Head {
            facts = facts.stream().map(List::copyOf).toList();
        }
    }

    private PlanPaper(Paper paper, Head head) {
        this.paper = paper;
        this.head = head;
    }

    /// The file of a sheet.
    ///
    /// @param section of one enterprise, stage and language, as [PlanSheets#section] wrote it
    /// @return the same bytes for the same words
    /// @throws IllegalArgumentException if it is no such section
    public static byte[] of(String section, boolean zh, Head head) {
        Paper paper = new Paper(zh);
        try {
            new PlanPaper(paper, head).write(reader(section));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no section of a plan: " + e.getMessage(), e);
        }
        return paper.file(new Paper.Label(head.title(), head.footer(), head.day()));
    }

    private static XMLStreamReader reader(String section) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(
                new StringReader(section.replaceAll(UNSAYABLE, "\ufffd")));
    }

    private void write(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "section" -> {}
                    case "h1" -> paper.title(in.getElementText());
                    case "h2" -> part(in.getElementText());
                    case "h3" -> paper.heading(in.getElementText());
                    case "p" -> paragraph(style(in), in.getElementText());
                    case "table" -> paper.table(table(in));
                    default -> throw new XMLStreamException("an element " + in.getLocalName());
                }
            }
        }
    }

    private static String style(XMLStreamReader in) {
        String style = in.getAttributeValue(null, "class");
        return style == null ? "" : style;
    }

    /// Facts stand between the name of the enterprise and its plan.
    private void part(String text) {
        paper.facts(head.facts());
        paper.part(text);
    }

    private void paragraph(String style, String text) {
        switch (style) {
            case "big" -> paper.figure(text);
            case "bad" -> paper.bad(text);
            case "mark" -> paper.mark(text);
            default -> paper.paragraph(text);
        }
    }

    private static PaperTable table(XMLStreamReader in) throws XMLStreamException {
        List<List<Cell>> rows = new ArrayList<>();
        while (in.next() != XMLStreamConstants.END_ELEMENT || !in.getLocalName().equals("table")) {
            if (in.getEventType() == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "tr" -> rows.add(new ArrayList<>());
                    case "th", "td" -> {
                        String style = style(in);
                        rows.getLast()
                                .add(
                                        new Cell(
                                                in.getElementText(),
                                                style.equals("n"),
                                                style.equals("bad")));
                    }
                    default -> throw new XMLStreamException("in a table " + in.getLocalName());
                }
            }
        }
        PaperTable table = new PaperTable(rows.getFirst());
        rows.subList(1, rows.size()).forEach(table::row);
        return table;
    }
}
