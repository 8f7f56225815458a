package org.ytterby.core.balance;

import java.util.List;
import org.ytterby.core.material.Element;

/// How widely the differences of a facility scatter, set against its declared uncertainties.
///
/// @param ratio scatter seen over scatter declared, all directions together; 1 is what honest
///   figures with honest uncertainties show on average
/// @param p at most the probability, where the declared uncertainties are true, that any part is as
///   loud as the loudest for its share of the false alarms (Bonferroni), `0..1`
/// @param loudest the part that `p` rests on
public record Scatter(double ratio, double p, Part loudest) {
    /// Some of the directions in which differences can scatter.
    ///
    /// @param where which directions
    /// @param ratio scatter seen over scatter declared in them
    /// @param sum squared standardised differences in them
    /// @param degreesOfFreedom how many they are, `>= 1`
    /// @param weight share of the false alarms that this part was given beforehand
    public record Part(
            Where where, double ratio, double sum, int degreesOfFreedom, double weight) {}

    /// Which directions a part looks at.
    public sealed interface Where {
        /// Every direction: all elements, all periods.
        record Everywhere() implements Where {}

        /// All elements together, period by period: scales, moisture, hold-up.
        record Together() implements Where {}

        /// One element beside the others: its assays.
        record Alone(Element element) implements Where {}
    }

    /// The element that scatters beside the others; empty where no single one does.
    public List<Element> elements() {
        return switch (loudest.where()) {
            case Where.Everywhere(), Where.Together() -> List.of();
            case Where.Alone(Element element) -> List.of(element);
        };
    }
}
