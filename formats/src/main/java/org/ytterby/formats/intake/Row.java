package org.ytterby.formats.intake;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Mass;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.Wording;

/// One row of a table: reads its cells, remembers whether any was wrong, and says what is wrong
/// with it.
///
/// One object serves all rows of a table, one after the other.
final class Row {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /// One line may not hold more than a million tonnes: sums of a nation's lines then stay exact.
    private static final long MASS_MAX_KG = 1_000_000_000L;

    private static final long MASS_MAX_MG = MASS_MAX_KG * (long) Mass.MG_PER_KG;

    private static final YearMonth NO_MONTH = YearMonth.of(1, 1);
    private static final int NO_YEAR = Integer.MIN_VALUE;

    private final String file;
    private final Problems problems;
    private final List<FieldSchema> fields;
    private final int[] columns;
    private final PackageFiles files;
    private String[] cells = {};
    private Map<Integer, Wording> faults = Map.of();
    private int number;
    private boolean good;

    /// What the cells of each field said when they were last understood: neighbours often repeat.
    private final String[] understood;

    private final long[] meant;
    private final long[] meantOfDay;

    /// @param columns cell of each field, -1 for a field the table does not have
    Row(
            String file,
            Problems problems,
            List<FieldSchema> fields,
            int[] columns,
            PackageFiles files) {
        this.files = files;
        this.file = file;
        this.problems = problems;
        this.fields = fields;
        this.columns = columns;
        understood = new String[fields.size()];
        Arrays.fill(understood, "");
        meant = new long[fields.size()];
        meantOfDay = new long[fields.size()];
    }

    /// @param wrong what is wrong with cells, by position, where their text does not show it
    void load(String[] row, int at, Map<Integer, Wording> wrong) {
        cells = row;
        number = at;
        good = true;
        faults = Map.of();
        for (int f = 0; f < fields.size(); f++) {
            Wording fault = wrong.get(columns[f]);
            if (fault != null) {
                bad(f, fault);
            } else if (text(f).indexOf('\uFFFD') >= 0) {
                bad(f, new Wording("this is not valid UTF-8", "不是有效的 UTF-8 文字"));
            } else if (fields.get(f).required() && isAbsent(f)) {
                bad(f, new Wording("a value is required", "必填"));
            }
        }
        faults = wrong;
    }

    int number() {
        return number;
    }

    boolean isGood() {
        return good;
    }

    boolean isAbsent(int field) {
        return text(field).isBlank();
    }

    /// The cell as it stands, empty if absent.
    String text(int field) {
        int column = columns[field];
        return column < 0 || column >= cells.length ? "" : cells[column];
    }

    /// What the sender calls the file or sheet of a table.
    String called(String table) {
        return files.called(table);
    }

    /// Says what is wrong with a cell; the row counts as bad. What follows from a fault that is
    /// told already is not told again.
    void bad(int field, Wording wording) {
        good = false;
        if (faults.containsKey(columns[field])) {
            return;
        }
        problems.error(file, number, fields.get(field).name(), text(field), wording);
    }

    /// Says what is wrong with a cell that is kept all the same.
    void doubtful(int field, Wording wording) {
        if (faults.containsKey(columns[field])) {
            return;
        }
        problems.error(file, number, fields.get(field).name(), text(field), wording);
    }

    /// Says what is wrong with the row as a whole; it counts as bad.
    void spoil(Wording wording, String value) {
        good = false;
        problems.error(file, number, "", value, wording);
    }

    /// A number within the field's bounds, `absent` if there is none or it is wrong.
    double number(int field, double absent) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return absent;
        }
        OptionalDouble value = Decimals.number(text);
        if (value.isEmpty()) {
            bad(
                    field,
                    new Wording(
                            "not a number; write digits with '.' as decimal point, such as 1234.5",
                            "不是数字；请用“.”作小数点，如 1234.5"));
            return absent;
        }
        return bounded(field, value.getAsDouble(), absent);
    }

    private double bounded(int field, double value, double absent) {
        Double minimum = fields.get(field).minimum();
        Double maximum = fields.get(field).maximum();
        if (minimum != null && value < minimum) {
            bad(field, new Wording("must be at least " + plain(minimum), "不得小于 " + plain(minimum)));
            return absent;
        }
        if (maximum != null && value > maximum) {
            bad(field, new Wording("must be at most " + plain(maximum), "不得大于 " + plain(maximum)));
            return absent;
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// A whole number within the field's bounds, `absent` if there is none or it is wrong.
    int whole(int field, int absent) {
        double value = number(field, Double.NaN);
        if (Double.isNaN(value)) {
            return absent;
        }
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            bad(field, new Wording("must be a whole number", "须为整数"));
            return absent;
        }
        return (int) value;
    }

    /// A calendar year.
    int year(int field) {
        int year = whole(field, NO_YEAR);
        if (year != NO_YEAR && (year < 1000 || year > 9999)) {
            bad(field, new Wording("must be a year of four digits", "须为四位年份"));
        }
        return year;
    }

    /// A month written as 2019-01, [#NO_MONTH] if there is none or it is wrong.
    YearMonth month(int field) {
        String text = text(field).strip();
        if (text.matches("[1-9][0-9]{3}-(0[1-9]|1[0-2])")) {
            return YearMonth.parse(text);
        }
        if (!text.isEmpty()) {
            bad(field, new Wording("not a month; write it as 2019-01", "不是月份；请写作 2019-01"));
        }
        return NO_MONTH;
    }

    /// A mass in kg as whole milligrams, 0 if there is none or it is wrong.
    long massMg(int field) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return 0;
        }
        OptionalLong mg = Decimals.milligrams(text);
        if (mg.isEmpty() || mg.getAsLong() < 0) {
            bad(
                    field,
                    mg.isEmpty()
                            ? new Wording(
                                    "not a mass; write kilograms with '.' as decimal point, such as"
                                            + " 1234.5",
                                    "不是质量；请以千克填写，用“.”作小数点，如 1234.5")
                            : new Wording("a mass must not be negative", "质量不得为负"));
            return 0;
        }
        if (mg.getAsLong() > MASS_MAX_MG) {
            bad(
                    field,
                    new Wording(
                            "over " + MASS_MAX_KG + " kg in one line is not believable",
                            "单行超过 " + MASS_MAX_KG + " 千克，不可信"));
            return 0;
        }
        return mg.getAsLong();
    }

    /// The position of a word in the field's list, -1 if absent or wrong.
    int word(int field) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return -1;
        }
        int at = fields.get(field).allowed().indexOf(text);
        if (at < 0) {
            String words = String.join(", ", fields.get(field).allowed());
            bad(field, new Wording("must be one of: " + words, "须为下列之一：" + words));
        }
        return at;
    }

    /// A country code, empty if absent or wrong.
    String country(int field) {
        String text = text(field).strip();
        if (text.isEmpty() || COUNTRIES.contains(text) || isUserAssigned(text)) {
            return text;
        }
        bad(
                field,
                new Wording(
                        "not a country code; write ISO 3166-1 alpha-2, such as CN or JP",
                        "不是国家（地区）代码；请填 ISO 3166-1 两位字母，如 CN、JP"));
        return "";
    }

    /// The codes that ISO 3166-1 leaves to its users: AA, QM to QZ, XA to XZ, ZZ.
    private static boolean isUserAssigned(String code) {
        return code.matches("AA|Q[M-Z]|X[A-Z]|ZZ");
    }

    /// A customs code of 4 to 10 digits, empty if absent or wrong.
    String customsCode(int field) {
        String text = text(field).strip();
        if (text.isEmpty() || text.matches("[0-9]{4,10}")) {
            return text;
        }
        bad(field, new Wording("a customs code has 4 to 10 digits", "商品编码为 4 至 10 位数字"));
        return "";
    }

    /// The instant at which a whole day begins, or ends where `end` is set; `absent` if there is
    /// none.
    long day(int field, boolean end, long absent) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return absent;
        }
        OptionalLong day = LedgerTime.parseDate(text);
        if (day.isPresent()) {
            return day.getAsLong() + (end ? LedgerTime.DAY : 0);
        }
        OptionalLong instant = LedgerTime.parse(text);
        if (instant.isPresent()) {
            return instant.getAsLong();
        }
        bad(field, new Wording("not a date; write it as 2019-01-31", "不是日期；请写作 2019-01-31"));
        return absent;
    }

    /// Whether the cell is a bare date.
    boolean isDay(int field) {
        return LedgerTime.parseDate(text(field).strip()).isPresent();
    }

    /// An instant; of a bare date the instant `ofDay` microseconds after it begins. `absent` if
    /// there is none.
    long instant(int field, long ofDay, long absent) {
        String text = text(field).strip();
        if (text.isEmpty()) {
            return absent;
        }
        if (meantOfDay[field] == ofDay && understood[field].equals(text)) {
            return meant[field];
        }
        OptionalLong instant = LedgerTime.parse(text);
        if (instant.isPresent()) {
            return remember(field, text, ofDay, instant.getAsLong());
        }
        OptionalLong day = LedgerTime.parseDate(text);
        if (day.isPresent()) {
            return remember(field, text, ofDay, day.getAsLong() + ofDay);
        }
        bad(
                field,
                new Wording(
                        "not a time with offset; write it as 2019-01-31T08:00:00+08:00 or 2019-01-31",
                        "不是带时区的时间；请写作 2019-01-31T08:00:00+08:00 或 2019-01-31"));
        return absent;
    }

    private long remember(int field, String text, long ofDay, long value) {
        understood[field] = text;
        meantOfDay[field] = ofDay;
        meant[field] = value;
        return value;
    }

    /// The position of what an id names, [Registry#NONE] if absent or unknown.
    ///
    /// @param table table that should declare it
    int reference(int field, Map<String, Integer> ids, String table) {
        if (isAbsent(field)) {
            return Registry.NONE;
        }
        Integer position = ids.get(text(field));
        if (position == null) {
            String file = called(table);
            bad(field, new Wording(file + " has no good row with this id", file + " 中没有此编号的有效行"));
            return Registry.NONE;
        }
        return position;
    }
}
