package org.ytterby.server.desk.cases;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Duties;
import org.ytterby.server.web.Language;

/// What the reader's organisation is asked for in cases of others: tasks, and samples.
@PageController
class DutyPages {
    private final Duties duties;
    private final Clock clock;

    DutyPages(Duties duties, Clock clock) {
        this.duties = duties;
        this.clock = clock;
    }

    /// @param due the last day, with its weekday
    /// @param left days until then, in words; empty once it is answered
    public record Task(Duties.TaskRow row, String due, String left, boolean isOverdue) {
        static Task of(Duties.TaskRow row, Language language, long nowMicros) {
            return new Task(
                    row,
                    language.date(row.dueMicros() - 1),
                    row.answered() ? "" : CaseView.left(row.dueMicros(), nowMicros, language),
                    !row.answered() && row.dueMicros() <= nowMicros);
        }
    }

    /// @param after name of the case to go on after
    /// @param entered position of what was just entered, below 0 if nothing was
    @Allowed(Right.HELP_IN_CASES)
    @GetMapping("/tasks")
    String tasks(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "-1") long entered) {
        Duties.Tasks tasks = duties.tasks(caller, after);
        long now = Language.micros(clock.instant());
        List<Task> rows =
                tasks.items().stream()
                        .sorted(
                                Comparator.comparing(Duties.TaskRow::answered)
                                        .thenComparingLong(Duties.TaskRow::dueMicros))
                        .map(row -> Task.of(row, language, now))
                        .toList();
        ReadNote.rows(rows.size());
        model.addAttribute("tasks", rows);
        model.addAttribute("next", tasks.next());
        model.addAttribute("entered", entered);
        return "tasks";
    }

    /// @param after name of the case to go on after
    /// @param entered position of what was just entered, below 0 if nothing was
    @Allowed(Right.HOLD_SAMPLES)
    @GetMapping("/samples")
    String samples(
            Model model,
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "-1") long entered) {
        Duties.Samples samples = duties.samples(caller, after);
        ReadNote.rows(samples.items().size());
        model.addAttribute("samples", samples.items());
        model.addAttribute("next", samples.next());
        model.addAttribute("entered", entered);
        return "samples";
    }
}
