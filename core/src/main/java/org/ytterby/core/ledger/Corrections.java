package org.ytterby.core.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Follows chains of corrections to the records that are in force.
///
/// A correction replaces a record whole; a chain is followed to its end. Of two that replace the
/// same record the one entered later wins (of two entered at once the one declared later), the
/// other and all that corrects it are void. A cancellation at the end of a chain leaves nothing of
/// it. Nobody corrects what another organisation declared. A record that could not be read is left
/// out itself but keeps its place in the chain where something replaces it.
final class Corrections {
    private final FlowTable flows;
    private final Registry registry;
    private final boolean[] left;
    private final boolean[] rejected;
    private final boolean[] inForce;
    private final boolean[] cancelled;
    private final ProblemLog problems;
    private final Groups correctors;
    private final boolean[] alive;
    private final byte[] visited;
    private final boolean[] followed;

    /// @param registry who runs which facility
    /// @param leftOut records that cannot be used, for whatever reason
    /// @param problems where corrections that are not believed are told
    Corrections(FlowTable flows, Registry registry, boolean[] leftOut, ProblemLog problems) {
        this.flows = flows;
        this.registry = registry;
        this.problems = problems;
        left = leftOut;
        int n = flows.recordCount();
        inForce = new boolean[n];
        cancelled = new boolean[n];
        rejected = new boolean[n];
        alive = new boolean[n];
        visited = new byte[n];
        followed = new boolean[n];
        int[] all = new int[n];
        int[] targets = new int[n];
        for (int r = 0; r < n; r++) {
            all[r] = r;
            targets[r] = isOfAnother(r) ? Names.NONE : flows.corrects(r);
        }
        correctors = Groups.of(all, targets, n);
        rejectUnknownTargets();
        rejectThoseOfAnother();
        markAlive();
        for (int r = 0; r < n; r++) {
            if (flows.corrects(r) == Names.NONE && flows.isDeclared(r)) {
                follow(r);
            }
        }
        rejectWithoutOriginal();
    }

    boolean[] inForce() {
        return inForce;
    }

    /// Originals whose chain ends in a cancellation.
    boolean[] cancelled() {
        return cancelled;
    }

    /// Corrections of records that were never declared, and those that lead in a circle, are not
    /// believed.
    private void rejectUnknownTargets() {
        for (int r = 0; r < flows.recordCount(); r++) {
            int target = flows.corrects(r);
            if (target != Names.NONE && !flows.isDeclared(target)) {
                reject(
                        r,
                        "no record of this id is declared, so nothing is corrected",
                        "未申报过该记录号，更正无效");
            }
        }
    }

    /// Nobody corrects or cancels what another organisation declared.
    private void rejectThoseOfAnother() {
        for (int r = 0; r < flows.recordCount(); r++) {
            if (isOfAnother(r)) {
                reject(
                        r,
                        "it corrects a record of another organisation; that one stays in force",
                        "所更正的记录属于其他单位，原记录仍然有效");
            }
        }
    }

    private boolean isOfAnother(int r) {
        int target = flows.corrects(r);
        return target != Names.NONE
                && flows.isDeclared(r)
                && flows.isDeclared(target)
                && flows.facility(r) >= 0
                && flows.facility(target) >= 0
                && party(r) != party(target);
    }

    private int party(int r) {
        return registry.facility(flows.facility(r)).party();
    }

    /// Depth-first over chains, with an explicit stack because a chain may be long.
    private void markAlive() {
        int[] stack = new int[flows.recordCount() + 1];
        for (int root = 0; root < flows.recordCount(); root++) {
            int depth = 0;
            stack[depth++] = root;
            while (depth > 0) {
                int r = stack[depth - 1];
                if (visited[r] == 2) {
                    depth--;
                    continue;
                }
                if (visited[r] == 0) {
                    visited[r] = 1;
                    alive[r] = flows.isDeclared(r) && !left[r];
                    for (int i = 0; i < correctors.size(r); i++) {
                        int c = correctors.get(r, i);
                        if (visited[c] == 0) {
                            stack[depth++] = c;
                        } else if (visited[c] == 1) {
                            rejectCircle(c);
                        }
                    }
                } else {
                    visited[r] = 2;
                    depth--;
                    for (int i = 0; i < correctors.size(r); i++) {
                        alive[r] |= alive[correctors.get(r, i)];
                    }
                }
            }
        }
    }

    private void rejectCircle(int start) {
        int r = start;
        do {
            if (!left[r]) {
                reject(r, "these corrections lead in a circle", "更正关系形成循环");
            }
            r = flows.corrects(r);
        } while (r != start && r != Names.NONE);
    }

    /// No chain that began with an original came past these: they hang on one that was rejected.
    private void rejectWithoutOriginal() {
        for (int r = 0; r < flows.recordCount(); r++) {
            if (flows.corrects(r) != Names.NONE && !followed[r] && !left[r]) {
                rejectHanging(r);
            }
        }
    }

    private void follow(int original) {
        int r = original;
        int last = left[r] ? Names.NONE : r;
        for (int next = winner(r); next != Names.NONE; next = winner(r)) {
            r = next;
            followed[r] = true;
            last = left[r] ? last : r;
        }
        if (last == Names.NONE) {
            return;
        }
        if (flows.type(last) == FlowType.CANCELLATION) {
            cancelled[original] = true;
        } else {
            inForce[last] = true;
        }
    }

    private int winner(int r) {
        int winner = Names.NONE;
        for (int i = 0; i < correctors.size(r); i++) {
            int c = correctors.get(r, i);
            if (alive[c] && (winner == Names.NONE || isLater(c, winner))) {
                winner = c;
            }
        }
        for (int i = 0; i < correctors.size(r); i++) {
            int c = correctors.get(r, i);
            if (alive[c] && c != winner) {
                voidFrom(c, flows.recordId(winner));
            }
        }
        return winner;
    }

    private boolean isLater(int a, int b) {
        int byEntry = Long.compare(flows.enteredMicros(a), flows.enteredMicros(b));
        return byEntry != 0 ? byEntry > 0 : flows.recordRow(a) > flows.recordRow(b);
    }

    private void voidFrom(int loser, String winner) {
        reject(
                loser,
                "record "
                        + winner
                        + " replaces the same record and was entered later; this one is void",
                "记录 " + winner + " 更正了同一条记录且录入更晚，本条作废");
        rejectWhatCorrects(loser);
    }

    /// Nobody's correction is dropped in silence: what hangs on a void record is reported too.
    private void rejectWhatCorrects(int voided) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(voided));
        while (!queue.isEmpty()) {
            int r = queue.remove();
            for (int i = 0; i < correctors.size(r); i++) {
                int c = correctors.get(r, i);
                if (!rejected[c]) {
                    rejectHanging(c);
                    queue.add(c);
                }
            }
        }
    }

    private void rejectHanging(int r) {
        reject(r, "it corrects a record that is void", "所更正的记录已作废");
    }

    private void reject(int r, String why, String whyZh) {
        left[r] = true;
        rejected[r] = true;
        int target = flows.corrects(r);
        problems.add(
                new Problem(
                        flows.file(),
                        flows.recordRow(r),
                        "corrects",
                        target == Names.NONE ? "" : flows.recordId(target),
                        why,
                        whyZh,
                        Problem.Weight.ERROR));
    }
}
