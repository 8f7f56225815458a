package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// What a hidden flow may be made of, and how it would show in the balances.
public record HiddenFlow(Mix mix, PatternTest.Pattern pattern) {
    /// Weight of the facility's own mix: the diversion that no ratio of elements betrays.
    private static final double OWN_MIX_WEIGHT = 0.7;

    /// Weight of single elements together, and of deposits together; without deposits the former
    /// get both.
    private static final double GROUP_WEIGHT = 0.15;

    /// What a hidden flow is taken to be made of.
    public sealed interface Mix {
        /// The same part of all that flowed or was in stock.
        record Own() implements Mix {}

        record Single(Element element) implements Mix {}

        /// @param index among the deposits given
        record OfDeposit(int index) implements Mix {}
    }

    /// The list that is tried; the choice and the weights are ours, and what they find is measured
    /// in `docs/benchmarks.md`. The facility's own mix comes first.
    ///
    /// @param elements those of the balances, in order
    /// @param ownMix what flowed or was in stock, kg of element, `[block][element]`
    /// @param deposits mixes that hidden feed may have
    public static List<HiddenFlow> likely(
            List<Element> elements, double[][] ownMix, List<Composition> deposits) {
        List<HiddenFlow> flows = new ArrayList<>();
        flows.add(new HiddenFlow(new Mix.Own(), new PatternTest.Pattern(ownMix, OWN_MIX_WEIGHT)));
        double single = GROUP_WEIGHT * (deposits.isEmpty() ? 2 : 1) / elements.size();
        for (int c = 0; c < elements.size(); c++) {
            double[] kg = new double[elements.size()];
            kg[c] = 1 / elements.get(c).oxideFactor();
            flows.add(steady(new Mix.Single(elements.get(c)), kg, ownMix.length, single));
        }
        for (int i = 0; i < deposits.size(); i++) {
            double[] kg = kgOfEach(deposits.get(i), elements);
            double weight = GROUP_WEIGHT / deposits.size();
            flows.add(steady(new Mix.OfDeposit(i), kg, ownMix.length, weight));
        }
        return flows;
    }

    /// Elements in 1 kg REO of a composition, kg; those not asked for are left out.
    public static double[] kgOfEach(Composition composition, List<Element> elements) {
        return elements.stream().mapToDouble(e -> composition.share(e) / e.oxideFactor()).toArray();
    }

    private static HiddenFlow steady(Mix mix, double[] kg, int blocks, double weight) {
        double[][] all = new double[blocks][];
        Arrays.fill(all, kg);
        return new HiddenFlow(mix, new PatternTest.Pattern(all, weight));
    }
}
