package org.ytterby.core.supervision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Product;

/// What every rule looks at.
///
/// @param balances of facilities with at least two stocktakes, in the order of the registry
/// @param memory that gave the balances
record Scene(
        Ledger ledger,
        ErrorModel model,
        Births births,
        List<FacilityBalance> balances,
        BalanceMemory memory) {
    static Scene of(Ledger ledger, BalanceMemory memory) {
        ErrorModel model = new ErrorModel(ledger);
        List<FacilityBalance> balances =
                IntStream.range(0, ledger.registry().facilities().size())
                        .parallel() // facilities share nothing; the order of results is kept
                        .mapToObj(f -> memory.balance(model, f))
                        .flatMap(Optional::stream)
                        .toList();
        return new Scene(ledger, model, Births.of(ledger), balances, memory);
    }

    FlowTable flows() {
        return ledger.flows();
    }

    Registry registry() {
        return ledger.registry();
    }

    Product product(int line) {
        return ledger.declarations().products().get(flows().product(line));
    }

    int facility(int line) {
        return flows().facility(flows().record(line));
    }

    String facilityId(int line) {
        return registry().facility(facility(line)).id();
    }

    /// What people call a party, in both languages.
    Text partyName(int party) {
        Party p = registry().party(party);
        return new Text(p.nameEn().isEmpty() ? p.name() : p.nameEn(), p.name());
    }

    /// Mass as weighed, kg.
    double weighedKg(int line) {
        return flows().massMg(line) / 1e6;
    }

    /// Dry mass, kg.
    double dryKg(int line) {
        return ledger.dryMg(line) / 1e6;
    }

    /// The number that a limit has at an instant.
    double limit(Limit limit, long micros) {
        return ledger.declarations().context().limits().at(limit, micros);
    }

    Draft draft(Rule rule) {
        return new Draft(ledger, rule);
    }
}
