package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.MassSum;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Licence;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// export-unlicensed, -expired, -mismatch, -over-licence, -untraceable.
///
/// The mass of a finding is the export as weighed; of an untraceable one the part of it without
/// origin.
final class ExportRules {
    private final Scene scene;
    private final FlowTable flows;
    private final Map<String, Licence> licences = new HashMap<>();
    private final List<Integer> lines = new ArrayList<>();

    ExportRules(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
        scene.ledger()
                .declarations()
                .entitlements()
                .licences()
                .forEach(licence -> licences.put(licence.id(), licence));
        for (int line : scene.ledger().lines()) {
            if (scene.ledger().type(line) == FlowType.EXPORT) {
                lines.add(line);
            }
        }
    }

    /// Numbers of the lots exported, without repetition.
    int[] lots() {
        return lines.stream().mapToInt(flows::lot).distinct().toArray();
    }

    List<Reasoned> findings() {
        List<Reasoned> findings = new ArrayList<>();
        for (int line : lines) {
            Licence licence = licence(line);
            if (licence == null) {
                findings.add(unlicensed(line));
                continue;
            }
            if (!licence.validity().contains(scene.ledger().timeMicros(line))) {
                findings.add(expired(line, licence));
            }
            List<Text> differences = differences(line, licence);
            if (!differences.isEmpty()) {
                findings.add(mismatch(line, licence, differences));
            }
        }
        return findings;
    }

    private @Nullable Licence licence(int line) {
        return licences.get(document(line));
    }

    private String document(int line) {
        int document = flows.document(line);
        return document == Names.NONE ? "" : flows.texts().documents().name(document);
    }

    private Reasoned unlicensed(int line) {
        String paper = document(line);
        return export(Rule.EXPORT_UNLICENSED, line)
                .says(
                        describe(line).en()
                                + (paper.isEmpty()
                                        ? ": no licence named"
                                        : ": no licence " + paper + " exists"),
                        describe(line).zh() + (paper.isEmpty() ? "：未注明许可证" : "：不存在许可证 " + paper))
                .reasoned();
    }

    private Reasoned expired(int line, Licence licence) {
        Text days = Say.days(licence.validity());
        return export(Rule.EXPORT_EXPIRED, line)
                .says(
                        describe(line).en()
                                + ": licence "
                                + licence.id()
                                + " is valid "
                                + days.en()
                                + " only",
                        describe(line).zh() + "：许可证 " + licence.id() + " 有效期为 " + days.zh())
                .reasoned();
    }

    private List<Text> differences(int line, Licence licence) {
        List<Text> differences = new ArrayList<>();
        if (scene.registry().facility(scene.facility(line)).party() != licence.exporter()) {
            differences.add(new Text("exporter", "出口经营者"));
        }
        if (flows.partner(line) != licence.consignee()) {
            differences.add(new Text("consignee", "收货人"));
        }
        if (flows.product(line) != licence.product()) {
            differences.add(new Text("product", "商品"));
        }
        String to = Destinations.of(scene, line);
        if (!to.isEmpty() && !to.equals(licence.destination())) {
            differences.add(new Text("destination", "目的国"));
        }
        return differences;
    }

    private Reasoned mismatch(int line, Licence licence, List<Text> differences) {
        String en = String.join(", ", differences.stream().map(Text::en).toList());
        String zh = String.join("、", differences.stream().map(Text::zh).toList());
        return export(Rule.EXPORT_MISMATCH, line)
                .says(
                        describe(line).en()
                                + ": differs from licence "
                                + licence.id()
                                + " in "
                                + en,
                        describe(line).zh() + "：与许可证 " + licence.id() + " 的" + zh + "不符")
                .reasoned();
    }

    /// export-over-licence: one subject per licence in use.
    List<Suspicion> suspicions() {
        Map<Licence, List<Integer>> used = new LinkedHashMap<>();
        for (int line : lines) {
            Licence licence = licence(line);
            if (licence != null) {
                used.computeIfAbsent(licence, _ -> new ArrayList<>()).add(line);
            }
        }
        List<Suspicion> suspicions = new ArrayList<>();
        used.forEach((licence, exports) -> {
            MassSum sum = new MassSum(scene.model());
            exports.forEach(line -> sum.add(line, 1, scene.weighedKg(line)));
            Estimate exported = sum.estimate();
            double grantedKg = licence.massMg() / Mass.MG_PER_KG;
            suspicions.add(
                    new Suspicion(
                            Rule.EXPORT_OVER_LICENCE,
                            exported.pAbove(grantedKg),
                            () -> over(licence, exported, grantedKg, exports)));
        });
        return suspicions;
    }

    private Draft over(
            Licence licence, Estimate exported, double grantedKg, List<Integer> exports) {
        double kg = exported.value() - grantedKg;
        Text amount = Say.mass(kg, exported.sigma());
        return scene.draft(Rule.EXPORT_OVER_LICENCE)
                .of(licence.exporter())
                .during(licence.validity())
                .mass(new Estimate(kg, exported.sigma()))
                .restsOnLines(exports)
                .shows(() -> ExportWorking.over(scene, licence, exported, grantedKg, exports))
                .says(
                        "licence "
                                + licence.id()
                                + ": "
                                + amount.en()
                                + " exported above the "
                                + Say.mass(grantedKg).en()
                                + " granted",
                        "许可证 "
                                + licence.id()
                                + "：超量出口 "
                                + amount.zh()
                                + "（许可 "
                                + Say.mass(grantedKg).zh()
                                + "）");
    }

    /// Shares that an export may have without origin: of its REO, of a main element; and the share
    /// of REO that makes an element a main one.
    private double[] limits(long micros) {
        return new double[] {
            scene.limit(Limit.UNTRACEABLE_REO_SHARE_MAX, micros),
            scene.limit(Limit.UNTRACEABLE_ELEMENT_SHARE_MAX, micros),
            scene.limit(Limit.MAIN_ELEMENT_SHARE_MIN, micros)
        };
    }

    /// export-untraceable, from the attribution of exported lots.
    ///
    /// @param attribution of lots that include all exported ones
    List<Reasoned> untraceable(Attribution attribution) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] attributed = attribution.lots();
        for (int i = 0; i < attributed.length; i++) {
            places.put(attributed[i], i);
        }
        List<Reasoned> findings = new ArrayList<>();
        for (int line : lines) {
            Integer place = places.get(flows.lot(line));
            if (place != null) {
                untraceable(line, attribution, place, findings);
            }
        }
        return findings;
    }

    private void untraceable(
            int line, Attribution attribution, int place, List<Reasoned> findings) {
        double reo = 0;
        double without = 0;
        double[] shares = new double[Element.COUNT];
        double[] oxides = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            int i = e.ordinal();
            oxides[i] = scene.ledger().elementMg(line, i) * e.oxideFactor();
            shares[i] = attribution.untraceableShare(place, e);
            reo += oxides[i];
            without += oxides[i] * shares[i];
        }
        double[] limits = limits(scene.ledger().timeMicros(line));
        List<Element> named = new ArrayList<>();
        for (Element e : Element.ALL) {
            int i = e.ordinal();
            if (shares[i] > limits[1] && oxides[i] >= limits[2] * reo) {
                named.add(e);
            }
        }
        if (reo > 0 && (without > limits[0] * reo || !named.isEmpty())) {
            String part = Say.percent(without / reo);
            double kg = scene.weighedKg(line);
            findings.add(
                    export(Rule.EXPORT_UNTRACEABLE, line)
                            .elements(named)
                            .mass(scene.weighedKg(line) * without / reo)
                            .shows(() -> ExportWorking.untraceable(kg, oxides, shares, limits))
                            .says(
                                    describe(line).en()
                                            + ": "
                                            + part
                                            + " of its REO has no declared origin",
                                    describe(line).zh() + "：其 REO 的 " + part + " 没有申报的来源")
                            .reasoned());
        }
    }

    private Draft export(Rule rule, int line) {
        return scene.draft(rule)
                .at(scene.facility(line))
                .lot(flows.lot(line))
                .record(flows.record(line))
                .during(Spans.at(scene.ledger().timeMicros(line)))
                .mass(scene.weighedKg(line))
                .restsOnLines(List.of(line))
                .shows(() -> ExportWorking.against(scene, line, document(line), licence(line)));
    }

    private Text describe(int line) {
        String lot = flows.lotId(flows.lot(line));
        Text mass = Say.mass(scene.weighedKg(line));
        Text to = scene.partyName(flows.partner(line));
        return new Text(
                "export of lot " + lot + " (" + mass.en() + ") to " + to.en(),
                "批次 " + lot + "（" + mass.zh() + "）出口至 " + to.zh());
    }
}
