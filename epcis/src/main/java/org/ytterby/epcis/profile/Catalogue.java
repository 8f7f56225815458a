package org.ytterby.epcis.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.material.Product;

/// What flow records refer to by place in a list: facilities, parties, products and methods.
final class Catalogue {
    private final List<String> facilities;
    private final List<String> parties;
    private final List<String> products;
    private final Methods methods;
    private final Map<String, Integer> facilityPlaces;
    private final Map<String, Integer> partyPlaces;
    private final Map<String, Integer> productPlaces;

    Catalogue(Declarations declarations) {
        var registry = declarations.registry();
        facilities = registry.facilities().stream().map(f -> f.id()).toList();
        parties = registry.parties().stream().map(p -> p.id()).toList();
        products = declarations.products().stream().map(Product::id).toList();
        methods = declarations.methods();
        facilityPlaces = places(facilities);
        partyPlaces = places(parties);
        productPlaces = places(products);
    }

    private static Map<String, Integer> places(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            places.put(ids.get(i), i);
        }
        return places;
    }

    String facility(int place) {
        return facilities.get(place);
    }

    String party(int place) {
        return parties.get(place);
    }

    String product(int place) {
        return products.get(place);
    }

    String method(int number) {
        return methods.name(number);
    }

    boolean hasProduct(String id) {
        return productPlaces.containsKey(id);
    }

    int facility(String id) {
        return known(facilityPlaces, id, "facility", "场所");
    }

    int party(String id) {
        return known(partyPlaces, id, "party", "主体");
    }

    int product(String id) {
        return known(productPlaces, id, "product", "产品");
    }

    int method(String name) {
        int number = methods.find(name);
        if (number < 0) {
            throw new OutsideProfile("a declared method, not " + name, "已申报的方法，而不是 " + name);
        }
        return number;
    }

    private static int known(Map<String, Integer> places, String id, String what, String zh) {
        Integer place = places.get(id);
        if (place == null) {
            throw new OutsideProfile(
                    "a declared " + what + ", not " + id, "已申报的" + zh + "，而不是 " + id);
        }
        return place;
    }
}
