package org.ytterby.simulator;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ytterby.core.material.Element;

/// What truly happened in one planted scenario, for whoever judges the findings.
final class PlantedTruth {
    private static final int DECIMALS = 3;

    private final Scenario scenario;
    private final double size;
    private final Set<String> facilities = new LinkedHashSet<>();
    private final Set<String> lots = new LinkedHashSet<>();
    private final Set<String> licences = new LinkedHashSet<>();
    private final Set<String> records = new LinkedHashSet<>();
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final TreeSet<Integer> months = new TreeSet<>();
    private final double[] hidden = Amounts.none();

    PlantedTruth(Scenario scenario, double size) {
        this.scenario = scenario;
        this.size = size;
    }

    Scenario scenario() {
        return scenario;
    }

    PlantedTruth at(Site site) {
        facilities.add(site.id());
        return this;
    }

    PlantedTruth month(int month) {
        months.add(month);
        return this;
    }

    PlantedTruth lot(Lot lot) {
        lots.add(lot.id());
        return this;
    }

    PlantedTruth licence(String licence) {
        licences.add(licence);
        return this;
    }

    PlantedTruth record(String record) {
        if (!record.isEmpty()) {
            records.add(record);
        }
        return this;
    }

    PlantedTruth detail(String key, Object value) {
        details.put(key, value);
        return this;
    }

    /// Adds elements, in kg, that no honest record tells of.
    PlantedTruth hidden(double[] amounts) {
        Amounts.add(hidden, amounts, 1);
        return this;
    }

    double hiddenReoKg() {
        return Amounts.reo(hidden);
    }

    /// As an entry of `planted.json`.
    Map<String, Object> toJson(YearTime time) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", scenario.code());
        json.put("description", scenario.english());
        json.put("description_zh", scenario.chinese());
        json.put("size", size);
        json.put("unit", scenario.unit());
        json.put("rules", scenario.rules());
        json.put("consequences", scenario.consequences());
        json.put("facilities", facilities);
        json.put("lots", lots);
        json.put("licences", licences);
        json.put("records", records);
        if (!months.isEmpty()) {
            json.put("from", time.date(time.month(months.first())));
            json.put("until", time.date(time.month(months.last() + 1) - 1));
        }
        json.put("hidden_reo_kg", Digits.rounded(hiddenReoKg(), DECIMALS));
        Map<String, Object> elements = new LinkedHashMap<>();
        for (Element element : Element.ALL) {
            double kg = hidden[element.ordinal()];
            if (kg > 0) {
                elements.put(element.name(), Digits.rounded(kg, DECIMALS));
            }
        }
        json.put("hidden_element_kg", elements);
        json.putAll(details);
        return json;
    }
}
