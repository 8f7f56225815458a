package org.ytterby.server.planning;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.plan.SplitDeadline;
import org.ytterby.core.plan.WorkingDays;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.LedgerReader;

/// The days on which offices work, and the deadlines for splitting plans, as the notices were
/// entered. Safe for use by several threads.
@Component
public class SplitCalendar {
    private static final int LISTED = 500;
    private static final String ENTERED = "entered";

    private final JdbcClient jdbc;
    private final LedgerReader ledger;
    private final Clock clock;

    SplitCalendar(JdbcClient jdbc, LedgerReader ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A day that is other than its weekday tells.
    public record Day(LocalDate day, boolean isWorking, String source, String person) {}

    /// Days as they stand, newest first; the first few hundred.
    public List<Day> days() {
        return days(LISTED);
    }

    private List<Day> days(int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM (SELECT DISTINCT ON (day) day, is_working, source, person
                          FROM planning.calendar_day ORDER BY day, id DESC) AS last
                        ORDER BY day DESC LIMIT ?\
                        """)
                .param(most)
                .query((row, _) ->
                        new Day(
                                row.getDate(1).toLocalDate(),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getString(4)))
                .list();
    }

    /// How working days are counted now.
    public WorkingDays workingDays() {
        Map<LocalDate, Boolean> named = new HashMap<>();
        days(Integer.MAX_VALUE).forEach(day -> named.put(day.day(), day.isWorking()));
        return new WorkingDays(named);
    }

    /// Enters what a notice says of some days.
    ///
    /// @param last not before the first
    public void name(
            Caller caller, LocalDate first, LocalDate last, boolean isWorking, String source) {
        jdbc.sql(
                        """
                        INSERT INTO planning.calendar_day (day, is_working, source, person, at)
                        SELECT d::date, ?, ?, ?, ?
                        FROM generate_series(?::date::timestamp, ?::date::timestamp, interval '1 day') AS d\
                        """)
                .params(
                        isWorking,
                        source,
                        caller.name(),
                        now(),
                        Date.valueOf(first),
                        Date.valueOf(last))
                .update();
    }

    /// What was entered of a year.
    ///
    /// @param closed days on which offices are closed
    /// @param worked days on which they work whatever the weekday
    public record Entered(int year, int closed, int worked) {}

    /// The years of which any day was entered, in order.
    public List<Entered> years() {
        SortedMap<Integer, Entered> years = new TreeMap<>();
        for (Day day : days(Integer.MAX_VALUE)) {
            int year = day.day().getYear();
            years.merge(
                    year,
                    new Entered(year, day.isWorking() ? 0 : 1, day.isWorking() ? 1 : 0),
                    (a, b) -> new Entered(year, a.closed + b.closed, a.worked + b.worked));
        }
        return List.copyOf(years.values());
    }

    /// The deadlines in force now, the first of a batch being the one that counts: as entered last,
    /// then as the dated law names them.
    public List<SplitDeadline> deadlines() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return Stream.concat(
                        rules().stream().map(Rule::deadline),
                        ledger.law().splitDeadlines().stream().filter(d -> d.span().contains(now)))
                .toList();
    }

    /// A deadline that somebody entered.
    public record Rule(SplitDeadline deadline, String person) {}

    /// What was entered, newest first.
    public List<Rule> rules() {
        return jdbc.sql(
                        "SELECT year, batch, working_days, source, person FROM planning.split_rule"
                                + " ORDER BY id DESC")
                .query((row, _) ->
                        new Rule(
                                deadline(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getString(4)),
                                row.getString(5)))
                .list();
    }

    /// A deadline as it is entered.
    public static SplitDeadline deadline(int year, String batch, int workingDays, String source) {
        return new SplitDeadline(
                year,
                batch,
                workingDays,
                new Span(LedgerTime.BEGINNING, LedgerTime.END),
                ENTERED,
                source,
                source);
    }

    public void rule(Caller caller, int year, String batch, int workingDays, String source) {
        jdbc.sql(
                        "INSERT INTO planning.split_rule (year, batch, working_days, source, person,"
                                + " at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(year, batch, workingDays, source, caller.name(), now())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
