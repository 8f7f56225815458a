package org.ytterby.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ytterby.core.ledger.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong with a package, for people and for programs.
record ProblemList(List<Problem> all, Language language) {
    /// What left something out.
    List<Problem> errors() {
        return of(Problem.Weight.ERROR);
    }

    /// What is worth knowing.
    List<Problem> notes() {
        return of(Problem.Weight.NOTE);
    }

    private List<Problem> of(Problem.Weight weight) {
        return all.stream().filter(p -> p.weight() == weight).toList();
    }

    /// Lists the notes, then the first errors with the number of the rest.
    void print(PrintWriter out, int limit) {
        for (Problem note : notes().stream().limit(limit).toList()) {
            out.println(language.pick("note: ", "提示：") + describe(note, language));
        }
        List<Problem> errors = errors();
        for (Problem error : errors.stream().limit(limit).toList()) {
            out.println(describe(error, language));
        }
        if (errors.size() > limit) {
            out.println(
                    language.pick("… and %d more", "……另有 %d 处").formatted(errors.size() - limit));
        }
    }

    /// One problem with its place, in a line.
    static String describe(Problem p, Language language) {
        String place = p.file() + (p.row() > 0 ? ":" + p.row() : "");
        String cell = p.column().isEmpty() ? "" : " " + p.column();
        String value = p.value().isEmpty() ? "" : " \"" + p.value() + "\"";
        return place + cell + value + ": " + language.pick(p.problem(), p.problemZh());
    }

    void printJson(PrintWriter out) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode root = json.createObjectNode();
        root.put("errors", errors().size());
        root.put("notes", notes().size());
        ArrayNode list = root.putArray("problems");
        for (Problem p : all) {
            ObjectNode node = list.addObject();
            node.put("weight", p.weight().name().toLowerCase(Locale.ROOT));
            node.put("file", p.file());
            node.put("row", p.row());
            node.put("column", p.column());
            node.put("value", p.value());
            node.put("problem", p.problem());
            node.put("problem_zh", p.problemZh());
        }
        out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }
}
