package org.ytterby.core.genealogy;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// Traces and attributes single lots of one ledger: what all of them rest on is made once, and each
/// then costs what its lot leads to and nothing else.
///
/// Takes 8 bytes a line, and remembers masses of the lots and records that were met. Safe for use
/// by several threads.
public final class Tracing {
    private final Births births;
    private final RecordExcess excess;
    private final Lineage backward;
    private final Lineage forward;
    private final Mixing mixing;
    private final EndStock atEnd;
    private @Nullable Origins origins;
    private final AtomicReferenceArray<@Nullable ElementOrigins> byElement =
            new AtomicReferenceArray<>(Element.COUNT);

    private Tracing(Births births, RecordExcess excess) {
        this.births = births;
        this.excess = excess;
        Ledger ledger = births.ledger();
        backward = Lineage.backward(ledger);
        forward = Lineage.forward(ledger);
        mixing = new Mixing(births, excess);
        atEnd = new EndStock(ledger);
    }

    /// Prepares a ledger. O(lines).
    ///
    /// @param excess what came out of records and never went in: it is not of any lot; safe for use
    ///   by several threads if this is to be
    public static Tracing of(Births births, RecordExcess excess) {
        return new Tracing(births, excess);
    }

    public Births births() {
        return births;
    }

    /// One lot and the other lots that it was made of, or that were made with it.
    ///
    /// @param subject the lot itself, at depth 0
    /// @param steps by depth, then by what is traced, most first
    /// @param isSettled as in [Trace]
    public record Walk(Trace.Step subject, List<Trace.Step> steps, boolean isSettled) {
        public Walk {
            steps = List.copyOf(steps);
        }
    }

    /// A lot by itself: what it was made with counts as traced.
    ///
    /// @throws IllegalArgumentException if the lot has no line in force
    public Trace.Step subject(int lot) {
        return tracer(lot).subject();
    }

    /// What a lot was made of.
    ///
    /// @throws IllegalArgumentException if the lot has no line in force
    public Walk backward(int lot) {
        Tracer tracer = tracer(lot);
        List<Trace.Step> steps = tracer.backward(backward.reach(lot));
        return new Walk(tracer.subject(), steps, tracer.isSettled());
    }

    /// What was made with a lot.
    ///
    /// @throws IllegalArgumentException if the lot has no line in force
    public Walk forward(int lot) {
        Tracer tracer = tracer(lot);
        Reach after = forward.reach(lot);
        List<Trace.Step> steps = tracer.forward(after, tracer.carried(after));
        return new Walk(tracer.subject(), steps, tracer.isSettled());
    }

    /// Traces a lot both ways, and to every stock that holds or held material of it.
    ///
    /// Cost O(edges) of what the lot leads to; a loop of n lots costs up to n times its own edges a
    /// sweep.
    ///
    /// @param lot number of a lot
    /// @throws IllegalArgumentException if the lot has no line in force
    public Trace trace(int lot) {
        Tracer tracer = tracer(lot);
        Reach after = forward.reach(lot);
        List<Trace.Step> before = tracer.backward(backward.reach(lot));
        NodeShares carried = tracer.carried(after);
        return new Trace(
                tracer.subject(),
                before,
                tracer.forward(after, carried),
                new Recall(births, atEnd, carried)
                        .holdings(LotReach.depths(births.ledger(), after)),
                tracer.isSettled());
    }

    private Tracer tracer(int lot) {
        if (births.ledger().linesByLot().size(lot) == 0) {
            throw new IllegalArgumentException("lot " + lot + " has no line in force");
        }
        return new Tracer(births, mixing, lot);
    }

    /// Where the material of a lot came from.
    ///
    /// Cost O(elements · edges · origins met) of what the lot was made of.
    ///
    /// @param lot number of a lot
    public Attribution attribution(int lot) {
        return Attribution.of(
                new Attribution.Made(births, excess, origins()), lot, backward.reach(lot));
    }

    /// Where all stock and all exports of an element came from; remembered.
    public ElementOrigins origins(Element element) {
        ElementOrigins known = byElement.get(element.ordinal());
        if (known == null) {
            GroupShares shares = new GroupShares(births, excess, origins(), element);
            known = ElementOrigins.of(births, shares, atEnd, element);
            byElement.set(element.ordinal(), known);
        }
        return known;
    }

    private synchronized Origins origins() {
        Origins known = origins;
        if (known == null) {
            known = new Origins(births);
            origins = known;
        }
        return known;
    }
}
