package org.ytterby.core.supervision;

import java.util.List;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// Something a supervisor should look at, with its size, its doubt and its evidence.
///
/// @param severity that of the rule, unless the case is milder
/// @param span the time it concerns; both ends open when it has none
/// @param elements the elements it concerns, in table order, empty when it concerns none in
///   particular
/// @param message one sentence in both languages
public record Finding(
        Rule rule,
        Severity severity,
        Subject subject,
        Span span,
        List<Element> elements,
        Weight weight,
        Text message,
        Evidence evidence) {
    /// A span that says nothing.
    public static final Span NO_SPAN = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    public Finding {
        elements = List.copyOf(elements);
    }

    /// Whom and what a finding concerns; empty texts where it concerns none.
    ///
    /// @param party id of the party
    /// @param facility id of the facility
    /// @param lot id of the lot
    /// @param record id of the record
    public record Subject(String party, String facility, String lot, String record) {}

    /// The records that a finding rests on.
    ///
    /// @param first ids of the first ones, in order of time
    /// @param all how many there are
    public record Evidence(List<String> first, int all) {
        public Evidence {
            first = List.copyOf(first);
            if (all < first.size()) {
                throw new IllegalArgumentException(
                        all + " records in all, but " + first.size() + " are listed");
            }
        }
    }

    /// How much, and how sure; NaN where that cannot be said.
    ///
    /// @param massKg kilograms, in the measure that the rule states
    /// @param sigmaKg standard uncertainty of that mass
    /// @param pValue probability of such data without offence
    /// @param qValue the smallest false-discovery rate at which the finding is made
    public record Weight(double massKg, double sigmaKg, double pValue, double qValue) {}
}
