package org.ytterby.core.ledger;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.TreeMap;

/// Collects problems in the order in which they are met.
///
/// A hostile file may hold millions. Each takes 28 bytes, and each distinct text is kept once; the
/// first [#KEPT_MAX] are kept, those beyond are counted and told by one problem a file. Not
/// thread-safe.
public final class ProblemLog {
    /// How many problems are kept one by one.
    public static final int KEPT_MAX = 5_000_000;

    /// Bytes of distinct text beyond which no further problem is kept.
    private static final long TEXT_BYTES_MAX = 1L << 30;

    private static final int UTF_8_BYTES_A_CHAR = 3;
    private static final int WIDTH = 7;
    private static final Problem.Weight[] WEIGHTS = Problem.Weight.values();

    private final List<Problem> before;
    private final int keptMax;
    private final Names texts = new Names();
    private final Map<String, Long> more = new TreeMap<>();
    private int[] cells = new int[WIDTH];
    private int size;
    private long textBytes;

    /// An empty log.
    public ProblemLog() {
        this(List.of());
    }

    /// A log that goes on where another ended.
    ///
    /// @param before what was found so far; taken as it is
    public ProblemLog(List<Problem> before) {
        this(before, KEPT_MAX);
    }

    ProblemLog(List<Problem> before, int keptMax) {
        this.before = before;
        this.keptMax = keptMax;
    }

    /// Adds a problem.
    public void add(Problem problem) {
        if (before.size() + size >= keptMax || textBytes > TEXT_BYTES_MAX) {
            more.merge(problem.file(), 1L, Long::sum);
        } else {
            keep(problem);
        }
    }

    private void keep(Problem p) {
        int at = size * WIDTH;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[at] = number(p.file());
        cells[at + 1] = p.row();
        cells[at + 2] = number(p.column());
        cells[at + 3] = number(p.value());
        cells[at + 4] = number(p.problem());
        cells[at + 5] = number(p.problemZh());
        cells[at + 6] = p.weight().ordinal();
        size++;
    }

    private int number(String text) {
        int known = texts.size();
        int number = texts.number(text);
        if (texts.size() > known) {
            textBytes += (long) UTF_8_BYTES_A_CHAR * text.length();
        }
        return number;
    }

    /// What was found, in order; it does not change any more, and nor may the log.
    public List<Problem> list() {
        more.forEach((file, count) ->
                keep(
                        new Problem(
                                file,
                                0,
                                "",
                                "",
                                count + " more problems of this file are not listed",
                                "该文件另有 " + count + " 处问题未列出",
                                Problem.Weight.ERROR)));
        more.clear();
        return new Kept(before, texts, cells, size);
    }

    /// Problems that cannot change: those of a log as they are, others copied.
    static List<Problem> unchanging(List<Problem> problems) {
        return problems instanceof Kept ? problems : List.copyOf(problems);
    }

    /// Problems in columns; each is put together when it is asked for.
    private static final class Kept extends AbstractList<Problem> implements RandomAccess {
        private final List<Problem> before;
        private final Names texts;
        private final int[] cells;
        private final int own;

        Kept(List<Problem> before, Names texts, int[] cells, int own) {
            this.before = before;
            this.texts = texts;
            this.cells = cells;
            this.own = own;
        }

        @Override
        public Problem get(int index) {
            if (index < before.size()) {
                return before.get(index);
            }
            int at = Objects.checkIndex(index - before.size(), own) * WIDTH;
            return new Problem(
                    texts.name(cells[at]),
                    cells[at + 1],
                    texts.name(cells[at + 2]),
                    texts.name(cells[at + 3]),
                    texts.name(cells[at + 4]),
                    texts.name(cells[at + 5]),
                    WEIGHTS[cells[at + 6]]);
        }

        @Override
        public int size() {
            return before.size() + own;
        }
    }
}
