package org.ytterby.formats.attack;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Cells that claim to be something else: numbers beyond numbers, days that never were, formulas.
enum CellAttack implements Attack {
    NOT_FINITE(r -> Attack.one(r, "NaN", "Infinity", "-Infinity", "nan", "inf", "∞", "#DIV/0!")),
    NEGATIVE_ZERO(r -> Attack.one(r, "-0", "-0.0", "+0", "-0e5")),
    OVERFLOW(r ->
            Attack.one(
                    r,
                    "1e308",
                    "1.8e308",
                    "1e999",
                    "1e9999999999",
                    "9223372036854775808",
                    "9223372036854.775807",
                    "1000000000",
                    "1000000000.000001",
                    "9".repeat(64),
                    "9".repeat(65),
                    "9".repeat(5000))),
    UNDERFLOW(
            r -> Attack.one(r, "4.9e-324", "1e-400", "0.0000005", "1e-999", "0." + "0".repeat(60))),
    OTHER_DIGITS(r -> Attack.one(r, "１２３", "１．５", "٣٤", "१२", "一二三", "²", "½", "Ⅻ")),
    OTHER_NUMBERS(r -> Attack.one(r, "1,5", "1 234", "1'000", "1_000", "0x1p3", "1f", "1d", "１,０")),
    EDGE_NUMBERS(r ->
            Attack.one(r, "0", "1", "0.999999999999", "1.0000000001", "90", "-180.0", ".5", "5.")),
    NO_SUCH_DAY(r ->
            Attack.one(
                    r,
                    "2019-02-29",
                    "2019-13-01",
                    "2019-00-10",
                    "2019-01-32",
                    "0000-01-01",
                    "10000-01-01",
                    "-2019-01-01",
                    "2019/01/31",
                    "31.01.2019",
                    "43496",
                    "２０１９-01-31")),
    NO_SUCH_TIME(r ->
            Attack.one(
                    r,
                    "2019-01-31T24:00:00+08:00",
                    "2019-01-31T23:59:60Z",
                    "2019-01-31T08:00:00",
                    "2019-01-31T08:00:00+19:00",
                    "2019-01-31T08:00:00.Z",
                    "2019-01-31T08:00:00 Asia/Shanghai",
                    "2019-01-31T08:00:00." + "9".repeat(300) + "Z")),
    EDGE_OF_TIME(r ->
            Attack.one(
                    r,
                    "0001-01-01",
                    "0001-01-01T00:00:00+18:00",
                    "9999-12-31",
                    "9999-12-31T23:59:59.999999-18:59",
                    "1970-01-01T00:00:00Z",
                    "2019-12-31T16:00:00Z")),
    FORMULA(r ->
            Attack.one(
                    r,
                    "=1+1",
                    "@SUM(A1:A9)",
                    "+cmd|' /C calc'!A0",
                    "-2+3",
                    "=HYPERLINK(\"https://example.org\",\"x\")",
                    "\t=1+1",
                    "\r=1+1",
                    "＝1+1",
                    "＠SUM(A1)")),
    CONTROL_CHARACTERS(r ->
            Attack.one(
                    r,
                    "\u001b[2J\u001b[1;1Hall is well",
                    "\u009b31m",
                    "\u001b]0;title\u0007",
                    "x\b\b\bgood",
                    "\u202Egpj.exe",
                    "\u2066a\u2069",
                    "a\u2028b",
                    "\u0000",
                    "\u007f",
                    "\r\u001b[K")),
    LONG(r -> "x".repeat(Attack.one(r, 201, 5_000, 70_000))),
    TOO_LONG(r -> "x".repeat(r.nextInt(20) == 0 ? (1 << 20) + r.nextInt(3) - 1 : 100_000)),
    LONG_AND_CHINESE(r -> "稀".repeat(Attack.one(r, 199, 200, 201, 4_000))),
    SURROGATES_AT_THE_CUT(r -> "x".repeat(190 + r.nextInt(12)) + "\uD83D\uDC8E".repeat(10)),
    MARKUP(r ->
            Attack.one(
                    r,
                    "<script>alert(1)</script>",
                    "</script><!--",
                    "]]>",
                    "&amp;",
                    "${x}",
                    "%s%n%d")),
    PATH(r -> Attack.one(r, "../../etc/passwd", "C:\\x", "\\\\host\\share", "file:///x")),
    BLANKS(r -> Attack.one(r, " ", "\u00a0", "\u3000", "\u200b", "\uFEFF", " 1 ", "\t")),
    LINES(r -> Attack.one(r, "a\nb", "a\r\nb", "\n", "a,b\nc,d", "\"\n\""));

    private final Function<RandomGenerator, String> value;

    CellAttack(Function<RandomGenerator, String> value) {
        this.value = value;
    }

    @Override
    public void on(SmallPackage files, String file, RandomGenerator random) {
        Cells cells = new Cells(files, file);
        String[] row = random.nextInt(20) == 0 ? cells.anyRow(random) : cells.row(random);
        String harm = value.apply(random);
        row[random.nextInt(row.length)] = random.nextInt(4) == 0 ? harm : Cells.quoted(harm);
        cells.put();
    }
}
