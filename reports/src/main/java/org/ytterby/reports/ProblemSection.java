package org.ytterby.reports;

import java.util.List;
import java.util.stream.Stream;
import org.ytterby.core.ledger.Problem;
import tools.jackson.core.JsonGenerator;

/// What could not be used; no more than [#PROBLEMS_MAX] are shown, errors before notes.
final class ProblemSection {
    static final int PROBLEMS_MAX = 500;

    private final List<Problem> problems;

    ProblemSection(List<Problem> problems) {
        this.problems = problems;
    }

    void write(JsonGenerator out) {
        out.writeName("problems");
        out.writeStartObject();
        long errors = of(Problem.Weight.ERROR).count();
        out.writeNumberProperty("errors", errors);
        out.writeNumberProperty("notes", of(Problem.Weight.NOTE).count());
        out.writeName("shown");
        out.writeStartArray();
        of(Problem.Weight.ERROR).limit(PROBLEMS_MAX).forEach(p -> problem(out, p));
        of(Problem.Weight.NOTE)
                .limit(PROBLEMS_MAX - Math.min(PROBLEMS_MAX, errors))
                .forEach(p -> problem(out, p));
        out.writeEndArray();
        out.writeEndObject();
    }

    private Stream<Problem> of(Problem.Weight weight) {
        return problems.stream().filter(p -> p.weight() == weight);
    }

    private static void problem(JsonGenerator out, Problem problem) {
        out.writeStartObject();
        out.writeBooleanProperty("error", problem.weight() == Problem.Weight.ERROR);
        out.writeStringProperty("file", problem.file());
        out.writeNumberProperty("row", problem.row());
        out.writeStringProperty("column", problem.column());
        out.writeStringProperty("value", problem.value());
        out.writeName("problem");
        ReportJson.pair(out, problem.problem(), problem.problemZh());
        out.writeEndObject();
    }
}
