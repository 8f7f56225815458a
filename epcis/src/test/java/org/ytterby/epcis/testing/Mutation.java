package org.ytterby.epcis.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ytterby.epcis.json.Json;

/// One seeded change somewhere in a document: a member dropped, renamed or added, a value replaced,
/// a list emptied or an item repeated.
public final class Mutation {
    private static final List<Json> VALUES =
            List.of(
                    new Json.Null(),
                    new Json.Truth(true),
                    new Json.Numeral("7"),
                    new Json.Numeral("-1.50"),
                    text(""),
                    text("foo"),
                    text("ADD"),
                    text("OBSERVE"),
                    text("DELETE"),
                    text("shipping"),
                    text("Shipping"),
                    text("in_transit"),
                    text("po"),
                    text("Mass"),
                    text("gs1:Mass"),
                    text("cbv:BizStep-shipping"),
                    text("https://gs1.org/voc/Mass"),
                    text("https://ref.gs1.org/cbv/BizStep-shipping"),
                    text("http://ns.gs1.org/cbv/BizStep-shipping"),
                    text("urn:epcglobal:cbv:bizstep:shipping"),
                    text("urn:epc:id:sgtin:0614141.107346.2017"),
                    text("https://id.gs1.org/01/09521141012345/21/2017"),
                    text("https://example.org/a b"),
                    text("https://example.org/%zz"),
                    text("https://example.org/ü"),
                    text("example:field"),
                    text("//example.org/a"),
                    text("urn:"),
                    text("http://"),
                    text("ex+a.b-c:"),
                    text("2026-07-22T06:45:00+02:00"),
                    text("2026-07-22T06:45:00.123456Z"),
                    text("2026-07-22T06:45:00"),
                    text("2026-13-22T06:45:00Z"),
                    text("2026-02-29T06:45:00Z"),
                    text("2026-07-22"),
                    text("+02:00"),
                    text("+14:30"),
                    text("2.0"),
                    text("two"),
                    text("KGM"),
                    text("kgm"),
                    text("ObjectEvent"),
                    text("AggregationEvent"),
                    text("TransformationEvent"),
                    text("EPCISDocument"),
                    new Json.Items(List.of()),
                    new Json.Items(List.of(text("urn:a:b"), text("urn:a:b"))),
                    new Json.Items(List.of(text("urn:a:b"), text("urn:a:c"))),
                    new Json.Items(List.of(text("recalled"))),
                    new Json.Members(Map.of()),
                    new Json.Members(Map.of("id", text("urn:a:b"))),
                    new Json.Members(Map.of("set", new Json.Items(List.of(text("recalled"))))));

    private static final List<String> NAMES =
            List.of(
                    "action",
                    "epcList",
                    "quantityList",
                    "ilmd",
                    "parentID",
                    "childEPCs",
                    "type",
                    "id",
                    "@context",
                    "persistentDisposition",
                    "sensorElementList",
                    "readPoint",
                    "transformationID",
                    "inputEPCList",
                    "outputEPCList",
                    "bizTransactionList",
                    "example:field",
                    "field",
                    "eventTime",
                    "uom",
                    "quantity",
                    "value",
                    "set",
                    "vocabularyList",
                    "epcisHeader",
                    "queryName",
                    "https://example.org/x",
                    "example:",
                    "a b");

    private final RandomGenerator random;

    private Mutation(RandomGenerator random) {
        this.random = random;
    }

    /// A document with one change.
    public static Json of(Json document, RandomGenerator random) {
        int place = random.nextInt(size(document));
        return new Mutation(random).at(document, new int[] {place});
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }

    /// Values in a document, itself among them.
    private static int size(Json value) {
        return switch (value) {
            case Json.Members(var members) ->
                    1 + members.values().stream().mapToInt(Mutation::size).sum();
            case Json.Items(var items) -> 1 + items.stream().mapToInt(Mutation::size).sum();
            case Json.Text _, Json.Numeral _, Json.Truth _, Json.Null _ -> 1;
        };
    }

    private Json at(Json value, int[] left) {
        if (left[0]-- == 0) {
            return changed(value);
        }
        return switch (value) {
            case Json.Members(var members) -> {
                Map<String, Json> copy = new LinkedHashMap<>();
                members.forEach((name, member) -> copy.put(name, at(member, left)));
                yield new Json.Members(copy);
            }
            case Json.Items(var items) ->
                    new Json.Items(items.stream().map(item -> at(item, left)).toList());
            case Json.Text _, Json.Numeral _, Json.Truth _, Json.Null _ -> value;
        };
    }

    private Json changed(Json value) {
        if (random.nextInt(4) == 0) {
            return drawn();
        }
        return switch (value) {
            case Json.Members(var members) -> changed(members);
            case Json.Items(var items) -> changed(items);
            case Json.Text _, Json.Numeral _, Json.Truth _, Json.Null _ -> drawn();
        };
    }

    private Json drawn() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private Json changed(Map<String, Json> members) {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        List<String> names = new ArrayList<>(members.keySet());
        String name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
            case 0 -> copy.remove(name);
            case 1 -> {
                Json value = copy.remove(name);
                if (value != null) {
                    copy.put(NAMES.get(random.nextInt(NAMES.size())), value);
                }
            }
            default -> copy.put(NAMES.get(random.nextInt(NAMES.size())), drawn());
        }
        return new Json.Members(copy);
    }

    private Json changed(List<Json> items) {
        List<Json> copy = new ArrayList<>(items);
        switch (items.isEmpty() ? 2 : random.nextInt(4)) {
            case 0 -> copy.clear();
            case 1 -> copy.add(copy.get(random.nextInt(copy.size())));
            case 2 -> copy.add(drawn());
            default -> Collections.swap(copy, 0, random.nextInt(copy.size()));
        }
        return new Json.Items(copy);
    }
}
