package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.provenance.DepositShare;
import org.ytterby.core.provenance.ExpectedComposition;
import org.ytterby.core.provenance.OriginTest;

/// origin-implausible: the assay of an unfractionated lot cannot come from the deposits it is
/// traced to.
///
/// A blend is compared with the mixture that its attribution gives. Shares that are unaccounted or
/// undeclared are left out of that mixture; a lot with over [#UNKNOWN_SHARE_MAX] from imports,
/// outside suppliers, opening stock or mines without deposit cannot be judged.
final class OriginRule {
    private static final double UNKNOWN_SHARE_MAX = 0.001;

    /// A variance below this, from a deposit without spread and an assay without error, is
    /// rounding.
    private static final double LN_VARIANCE_MIN = 1e-10;

    private final Scene scene;
    private final Map<String, Deposit> depositOfMine = new HashMap<>();
    private final int[] lots;

    OriginRule(Scene scene) {
        this.scene = scene;
        Map<String, Deposit> deposits = new HashMap<>();
        scene.ledger()
                .declarations()
                .context()
                .deposits()
                .forEach(deposit -> deposits.put(deposit.id(), deposit));
        for (Facility facility : scene.registry().facilities()) {
            Deposit deposit = deposits.get(facility.deposit());
            if (deposit != null) {
                depositOfMine.put(facility.id(), deposit);
            }
        }
        lots = depositOfMine.isEmpty() ? new int[0] : candidates();
    }

    /// Lots made by extraction or processing that still carry the pattern of their ore.
    private int[] candidates() {
        Groups all = scene.ledger().linesByLot();
        List<Integer> found = new ArrayList<>();
        for (int lot = 0; lot < all.groupCount(); lot++) {
            if (makingLine(lot) >= 0) {
                found.add(lot);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int makingLine(int lot) {
        Groups all = scene.ledger().linesByLot();
        for (int i = 0; i < all.size(lot); i++) {
            int line = all.get(lot, i);
            Births.Kind kind = scene.births().kind(line);
            boolean made = kind == Births.Kind.EXTRACTION || kind == Births.Kind.PROCESSING;
            if (made && scene.product(line).stage().isUnfractionated()) {
                return line;
            }
        }
        return -1;
    }

    /// Lots whose attribution [#subjects] needs.
    int[] lots() {
        return lots.clone();
    }

    /// @param attribution of [#lots], in that order
    Subjects subjects(Attribution attribution) {
        NumberedSubjects subjects =
                new NumberedSubjects(
                        Rule.ORIGIN_IMPLAUSIBLE,
                        place -> judged(place, attribution).map(this::draft).orElseThrow());
        for (int place = 0; place < lots.length; place++) {
            int number = place;
            judged(place, attribution).ifPresent(one -> subjects.add(number, one.test().pValue()));
        }
        return subjects;
    }

    /// A lot's assay beside what its deposits lead one to expect.
    ///
    /// @param line that makes the lot
    /// @param blend one share a deposit
    private record Judged(
            int line,
            List<Deposit> deposits,
            List<DepositShare> blend,
            Composition assayed,
            Composition expected,
            double[] variances) {
        OriginTest test() {
            return OriginTest.of(assayed, expected, variances);
        }

        List<Exhibit> working() {
            return OriginWorking.of(
                    deposits, blend, OriginTest.deviations(assayed, expected, variances), test());
        }
    }

    /// Empty for a lot that cannot be judged.
    private Optional<Judged> judged(int place, Attribution attribution) {
        int line = makingLine(lots[place]);
        double[] oxides = new double[Element.COUNT];
        double reo = 0;
        for (Element e : Element.ALL) {
            oxides[e.ordinal()] = scene.ledger().elementMg(line, e.ordinal()) * e.oxideFactor();
            reo += oxides[e.ordinal()];
        }
        // in order of first meeting: hashes of enums differ from run to run, and sums with the
        // order
        Map<Deposit, Double> weights = new LinkedHashMap<>();
        double unknown = weigh(place, attribution, weights);
        double known = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(reo > 0) || !(known > 0) || unknown > UNKNOWN_SHARE_MAX * (known + unknown)) {
            return Optional.empty();
        }
        List<DepositShare> blend = new ArrayList<>();
        List<Deposit> deposits =
                scene.ledger().declarations().context().deposits().stream()
                        .filter(weights::containsKey)
                        .toList();
        for (Deposit deposit : deposits) {
            double weight = weights.getOrDefault(deposit, 0.0) / known;
            blend.add(
                    new DepositShare(deposit.composition(), deposit.spread(), Math.min(1, weight)));
        }
        ExpectedComposition expected = ExpectedComposition.of(blend);
        return Optional.of(
                new Judged(
                        line,
                        deposits,
                        blend,
                        Composition.closing(oxides),
                        expected.composition(),
                        variances(line, expected)));
    }

    /// Adds up REO by deposit; returns the REO from origins of unknown make-up.
    private double weigh(int place, Attribution attribution, Map<Deposit, Double> weights) {
        double unknown = 0;
        for (Element e : Element.ALL) {
            for (OriginShare share : attribution.shares(place, e)) {
                double reo = share.massKg() * e.oxideFactor();
                switch (share.origin()) {
                    case Origin.Extraction(String mine) -> {
                        Deposit deposit = depositOfMine.get(mine);
                        if (deposit == null) {
                            unknown += reo;
                        } else {
                            weights.merge(deposit, reo, Double::sum);
                        }
                    }
                    case Origin.Import _, Origin.Outside _, Origin.Opening _ -> unknown += reo;
                    case Origin.Undeclared _, Origin.Unaccounted _ -> {}
                }
            }
        }
        return unknown;
    }

    private double[] variances(int line, ExpectedComposition expected) {
        double[] variances = expected.lnVariances();
        for (int e = 0; e < variances.length; e++) {
            double random = scene.model().assayRandom(line, e);
            double systematic = scene.model().assaySystematic(line, e);
            variances[e] =
                    Math.max(
                            LN_VARIANCE_MIN,
                            variances[e] + random * random + systematic * systematic);
        }
        return variances;
    }

    private Draft draft(Judged judged) {
        int line = judged.line();
        double kg = scene.weighedKg(line);
        AssayTable assays = scene.ledger().declarations().assays();
        int lot = scene.flows().lot(line);
        String id = scene.flows().lotId(lot);
        String assay = assays.id(scene.ledger().assay(line));
        String names = String.join(", ", judged.deposits().stream().map(Deposit::id).toList());
        return scene.draft(Rule.ORIGIN_IMPLAUSIBLE)
                .at(scene.facility(line))
                .lot(lot)
                .during(Spans.at(scene.ledger().timeMicros(line)))
                .mass(kg)
                .restsOnLines(List.of(line))
                .shows(judged::working)
                .says(
                        "lot "
                                + id
                                + " ("
                                + Say.mass(kg).en()
                                + "): assay "
                                + assay
                                + " does not fit ore of "
                                + names,
                        "批次 "
                                + id
                                + "（"
                                + Say.mass(kg).zh()
                                + "）：化验 "
                                + assay
                                + " 的配分与 "
                                + names
                                + " 的矿石不符");
    }
}
