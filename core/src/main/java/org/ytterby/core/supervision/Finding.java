package org.ytterby.core.supervision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    private static final int ID_DIGITS = 16;

    public Finding {
        elements = List.copyOf(elements);
    }

    /// Names it, the same in every reconciliation that raises it: the code of the rule, and 16
    /// hexadecimal digits of the SHA-256 of rule, subject, span and elements.
    ///
    /// Mass, doubt, message and evidence may change with late reports; its id does not.
    public String id() {
        StringBuilder what = new StringBuilder();
        for (String part :
                List.of(
                        rule.code(),
                        subject.party(),
                        subject.facility(),
                        subject.lot(),
                        subject.record(),
                        Long.toString(span.fromMicros()),
                        Long.toString(span.untilMicros()),
                        elements.toString())) {
            what.append(part.length()).append(':').append(part);
        }
        return rule.code() + "-" + digest(what.toString()).substring(0, ID_DIGITS);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
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
