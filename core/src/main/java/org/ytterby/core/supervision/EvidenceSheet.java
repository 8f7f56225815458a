package org.ytterby.core.supervision;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Names;

/// Records with their lines, as declared and as valued.
final class EvidenceSheet {
    private static final int LINES_MAX = 2_000;

    private final Scene scene;
    private final FlowTable flows;

    EvidenceSheet(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
    }

    /// The lines of records, at most [#LINES_MAX]; what is left out is counted.
    Exhibit of(Finding.Evidence records) {
        List<Integer> lines =
                records.first().stream()
                        .map(id -> flows.texts().records().find(id))
                        .filter(r -> r != Names.NONE)
                        .flatMap(r -> IntStream.range(flows.lineFrom(r), flows.lineTo(r)).boxed())
                        .toList();
        return of(
                new Text(
                        "Evidence: "
                                + count(records, "%d records", "first %d of %d records")
                                + leftOut(lines, " (first %d of %d lines)"),
                        "证据："
                                + count(records, "%d 条记录", "%2$d 条记录中的前 %1$d 条")
                                + leftOut(lines, "（%2$d 行中的前 %1$d 行）")),
                lines);
    }

    private static String count(Finding.Evidence records, String all, String part) {
        int first = records.first().size();
        return (first == records.all() ? all : part).formatted(first, records.all());
    }

    private static String leftOut(List<Integer> lines, String words) {
        return lines.size() > LINES_MAX ? words.formatted(LINES_MAX, lines.size()) : "";
    }

    /// Some lines under a title.
    Exhibit of(Text title, Collection<Integer> lines) {
        Sheet sheet =
                new Sheet(title.en(), title.zh())
                        .column("record", "记录")
                        .column("time", "时间")
                        .column("type", "类型")
                        .column("lot", "批次")
                        .column("product", "产品")
                        .column("weighed kg", "称重千克")
                        .column("water", "水分")
                        .column("assay", "化验")
                        .column("REO kg", "REO 千克");
        lines.stream().limit(LINES_MAX).forEach(line -> row(sheet, line));
        return sheet.table();
    }

    private void row(Sheet sheet, int line) {
        AssayTable assays = scene.ledger().declarations().assays();
        int assay = scene.ledger().assay(line);
        Text type = Words.of(scene.ledger().type(line));
        String way =
                switch (flows.direction(line)) {
                    case IN -> "← ";
                    case OUT -> "→ ";
                    case COUNT -> "";
                };
        sheet.row(
                Cell.of(flows.recordId(flows.record(line))),
                Cell.at(scene.ledger().timeMicros(line)),
                Cell.of(way + type.en(), way + type.zh()),
                Cell.of(flows.lot(line) < 0 ? "" : flows.lotId(flows.lot(line))),
                Cell.of(flows.product(line) < 0 ? "" : scene.product(line).id()),
                Cell.kg(scene.weighedKg(line)),
                Cell.share(flows.moisture(line)),
                Cell.of(assay < 0 ? "" : assays.id(assay)),
                Cell.kg(scene.ledger().reoKg(line)));
    }
}
