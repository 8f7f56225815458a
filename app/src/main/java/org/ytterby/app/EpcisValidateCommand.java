package org.ytterby.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.json.JsonUnreadable;
import org.ytterby.epcis.json.Repetition;
import org.ytterby.epcis.schema.Schema;
import org.ytterby.epcis.schema.Verdict;
import org.ytterby.epcis.schema.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `ytterby epcis validate`: everything in a document that EPCIS 2.0 does not allow.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = Ytterby.Version.class,
        description = {
            "Checks EPCIS 2.0 documents: names file, field, value, and what would be right.",
            "检查 EPCIS 2.0 文件：指明文件、字段、取值，以及正确的写法。"
        },
        footer = {
            "",
            "Exit status: 0 all valid; 2 a file is invalid or unreadable; 3 could not run."
        })
final class EpcisValidateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "EPCIS documents or events")
    private List<Path> files;

    @Option(
            names = "--profile",
            description = "check also what the Ytterby profile asks of its events")
    private boolean profile;

    @Option(names = "--json", description = "print an array of JSON, a member for each file")
    private boolean json;

    @Mixin private LanguageOption lang = new LanguageOption();

    EpcisValidateCommand() {}

    /// What is said of one file.
    ///
    /// @param violations errors, in the order of the schema
    /// @param more errors beside them
    /// @param notes what is allowed and still worth knowing
    private record Report(
            Path file, int events, List<Violation> violations, int more, List<Text> notes) {
        boolean isValid() {
            return violations.isEmpty();
        }
    }

    @Override
    public Integer call() {
        Language language = lang.language();
        List<Report> reports = files.stream().map(this::report).toList();
        if (json) {
            ArrayNode all = JsonMapper.shared().createArrayNode();
            reports.forEach(report -> add(report, all.addObject()));
            spec.commandLine()
                    .getOut()
                    .println(
                            JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(all));
        } else {
            reports.forEach(report -> print(report, language));
        }
        return reports.stream().allMatch(Report::isValid) ? ExitCode.DONE : ExitCode.PARTIAL;
    }

    private Report report(Path file) {
        try {
            EpcisDocument document = EpcisFiles.read(file);
            Verdict verdict = Schema.epcis().verdict(document.tree());
            if (profile && verdict.isValid()) {
                verdict = Schema.profile().verdict(document.tree());
            }
            List<Text> notes = new ArrayList<>();
            for (Repetition r : document.repetitions()) {
                notes.add(
                        new Text(
                                r.name()
                                        + " stands twice, again in line "
                                        + r.line()
                                        + "; the last counts",
                                r.name() + " 重复出现（第 " + r.line() + " 行），以最后一个为准"));
            }
            return new Report(
                    file, document.events().size(), verdict.violations(), verdict.more(), notes);
        } catch (JsonUnreadable e) {
            String place = e.line() > 0 ? e.line() + ":" + e.column() : "";
            return unreadable(file, place, e.wording());
        } catch (UncheckedIOException e) {
            return unreadable(
                    file,
                    "",
                    new Text(
                            EpcisFiles.wording(e, Language.EN),
                            EpcisFiles.wording(e, Language.ZH)));
        }
    }

    private static Report unreadable(Path file, String place, Text wording) {
        return new Report(file, 0, List.of(new Violation("", place, wording)), 0, List.of());
    }

    private void print(Report report, Language language) {
        var out = spec.commandLine().getOut();
        String file = report.file().toString();
        for (Violation v : report.violations()) {
            boolean isNowhere = v.pointer().isEmpty() && v.field().isEmpty();
            String value = v.value().isEmpty() ? "" : (isNowhere ? "" : " = ") + v.value();
            String place = v.pointer() + value;
            String problem = (place.isEmpty() ? "" : place + ": ") + language.pick(v.problem());
            out.println(file + ": " + Printable.of(problem));
        }
        if (report.more() > 0) {
            out.println(
                    file
                            + ": "
                            + language.pick("%d more errors", "另有 %d 处错误")
                                    .formatted(report.more()));
        }
        for (Text note : report.notes()) {
            out.println(
                    file
                            + ": "
                            + language.pick("note: ", "提示：")
                            + Printable.of(language.pick(note)));
        }
        if (report.isValid()) {
            out.println(
                    file
                            + ": "
                            + language.pick("valid, events: %d", "合规，事件数：%d")
                                    .formatted(report.events()));
        }
    }

    private static void add(Report report, ObjectNode to) {
        to.put("file", report.file().toString());
        to.put("valid", report.isValid());
        to.put("events", report.events());
        ArrayNode errors = to.putArray("errors");
        for (Violation v : report.violations()) {
            ObjectNode error = errors.addObject();
            error.put("pointer", v.pointer());
            error.put("field", v.field());
            error.put("value", v.value());
            error.put("problem", v.problem().en());
            error.put("problem_zh", v.problem().zh());
        }
        to.put("more_errors", report.more());
        ArrayNode notes = to.putArray("notes");
        for (Text note : report.notes()) {
            notes.addObject().put("note", note.en()).put("note_zh", note.zh());
        }
    }
}
