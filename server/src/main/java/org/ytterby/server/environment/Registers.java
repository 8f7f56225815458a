package org.ytterby.server.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.environment.AccessCheck;
import org.ytterby.core.environment.CapacityRegister;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Project;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.material.Product;
import org.ytterby.core.supervision.Text;
import org.ytterby.formats.EnvironmentTables;
import org.ytterby.formats.EnvironmentTables.Subject;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.Submitter;

/// Entries that plan officers make in the registers of capacity and of the state stockpile, and
/// mines in that of reserves, and what is asked of them. Safe for use by several threads.
@Component
public class Registers {
    private static final List<Condition> ACCESS = access();
    private static final List<Condition> EXIT = EnvironmentTables.conditions(Subject.EXIT);

    /// The words in which conditions say what a plant is.
    public static final Set<String> KINDS = kinds();

    private final Submitter submitter;

    Registers(Submitter submitter) {
        this.submitter = submitter;
    }

    /// A register, named as its table of the ledger package.
    public enum Table {
        CAPACITIES("capacities", "facility", Role.PLAN_OFFICER),
        STOCKPILE("stockpile", "product", Role.PLAN_OFFICER),
        /// Of the mines of who enters them.
        RESERVES("reserves", "facility", Role.ADMINISTRATOR);

        private final String table;
        private final String refers;

        /// Who enters rows about everybody.
        private final Role forAll;

        Table(String table, String refers, Role forAll) {
            this.table = table;
            this.refers = refers;
            this.forAll = forAll;
        }

        /// The name of the table.
        public String table() {
            return table;
        }
    }

    private static List<Condition> access() {
        List<Condition> all = new ArrayList<>(EnvironmentTables.conditions(Subject.ACCESS));
        all.addAll(EnvironmentTables.conditions(Subject.EXIT));
        return List.copyOf(all);
    }

    private static Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(Set.of("separation", "metal", "special-area"));
        for (Subject subject : Subject.values()) {
            EnvironmentTables.conditions(subject).forEach(c -> kinds.addAll(c.kinds()));
        }
        kinds.remove("existing-enterprise");
        return kinds;
    }

    /// Conditions that a project of these kinds has to meet on a day.
    public static List<Condition> conditions(Set<String> kinds, long atMicros) {
        return ACCESS.stream().filter(c -> c.binds(kinds, atMicros)).toList();
    }

    /// Holds a project against them.
    public static AccessCheck check(Project project, long atMicros) {
        return project.check(ACCESS, atMicros);
    }

    /// Plants that break an exit condition on a day.
    public static List<AccessCheck> exitList(View view, long atMicros) {
        return CapacityRegister.exitList(view.ledger().declarations(), EXIT, atMicros);
    }

    /// What is wrong with rows, by row and column: their form, and what they name.
    public List<Problem> problems(View view, Table table, List<SortedMap<String, String>> rows) {
        List<Problem> problems = new ArrayList<>(PackageRows.problems(table.table, rows));
        Set<String> known = known(view, table);
        for (int r = 0; r < rows.size(); r++) {
            String named = rows.get(r).getOrDefault(table.refers, "");
            if (!named.isEmpty() && !known.contains(named)) {
                problems.add(
                        problem(
                                table,
                                r,
                                table.refers,
                                named,
                                missing(table).en(),
                                missing(table).zh()));
            }
            for (String column : List.of("kinds", "processes")) {
                String words = rows.get(r).getOrDefault(column, "");
                for (String word : words.isEmpty() ? new String[0] : words.split(" +", -1)) {
                    boolean isKnown =
                            column.equals("kinds")
                                    ? KINDS.contains(word)
                                    : CapacityRegister.PROCESSES.contains(word);
                    if (!isKnown) {
                        problems.add(problem(table, r, column, word, "no such word", "没有此用语"));
                    }
                }
            }
        }
        return problems;
    }

    private static Text missing(Table table) {
        return switch (table) {
            case CAPACITIES -> new Text("no facility has this id", "没有此编号的场所");
            case STOCKPILE -> new Text("no product has this id", "没有此编号的产品");
            case RESERVES -> new Text("none of your mines has this id", "贵单位没有此编号的矿山");
        };
    }

    private static Problem problem(
            Table table, int row, String column, String value, String en, String zh) {
        return new Problem(table.table, row + 1, column, value, en, zh, Problem.Weight.ERROR);
    }

    private static Set<String> known(View view, Table table) {
        return switch (table) {
            case CAPACITIES ->
                    view.registry().facilities().stream()
                            .map(Facility::id)
                            .collect(Collectors.toSet());
            case RESERVES -> Set.copyOf(mines(view));
            case STOCKPILE ->
                    view.ledger().declarations().products().stream()
                            .map(Product::id)
                            .collect(Collectors.toSet());
        };
    }

    /// The mines that somebody sees, in the order of their ids.
    public static List<String> mines(View view) {
        Registry registry = view.registry();
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> registry.facility(f).stage() == FacilityStage.MINE)
                .filter(f -> view.scope().seesFacility(registry, f))
                .mapToObj(f -> registry.facility(f).id())
                .sorted()
                .toList();
    }

    /// What is wrong with rows that were refused.
    public record Refused(String outcome, List<Problem> problems) {}

    /// Enters rows, all of them or none.
    public ResponseEntity<?> enter(
            Caller caller,
            View view,
            String key,
            Table table,
            List<SortedMap<String, String>> rows) {
        if (rows.isEmpty() || rows.size() > Command.ROWS_MAX) {
            throw Submitter.unprocessable("1 to 1,000 rows / 每次 1 至 1,000 行");
        }
        List<Problem> problems = problems(view, table, rows);
        if (problems.stream().anyMatch(p -> p.weight() == Problem.Weight.ERROR)) {
            return ResponseEntity.unprocessableContent().body(new Refused("refused", problems));
        }
        return entered(caller, key, table, rows);
    }

    /// Enters rows that were judged.
    public ResponseEntity<Submitter.Receipted> entered(
            Caller caller, String key, Table table, List<SortedMap<String, String>> rows) {
        List<DeclaredRow> declared =
                rows.stream().map(cells -> new DeclaredRow(table.table, cells)).toList();
        return submitter.answer(
                caller.sender(table.forAll),
                key,
                table.table + rows,
                new Command.Declare(declared));
    }

    /// A day that somebody asks about.
    ///
    /// @param text such as `2026-01-31`; empty for now
    /// @throws IllegalArgumentException if it is no day
    public static long day(String text, long nowMicros) {
        if (text.isEmpty()) {
            return nowMicros;
        }
        OptionalLong day = LedgerTime.parseDate(text);
        return day.orElseThrow(() ->
                new IllegalArgumentException(
                        "A day is written like 2026-01-31. / 日期应写作 2026-01-31。"));
    }
}
