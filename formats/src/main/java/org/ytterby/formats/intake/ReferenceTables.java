package org.ytterby.formats.intake;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Product;

/// The tables that assays and flows refer to: they are read before these, and are small beside
/// them.
///
/// @param parties position of each party id
/// @param facilities position of each facility id
/// @param productIds position of each product id
record ReferenceTables(
        List<Deposit> deposits,
        Registry registry,
        List<Product> products,
        Methods methods,
        Map<String, Integer> parties,
        Map<String, Integer> facilities,
        Map<String, Integer> productIds) {
    static ReferenceTables read(PackageFiles files, Problems problems) {
        ContextReader context = new ContextReader(files, problems);
        List<Deposit> deposits = context.readDeposits();
        RegistryReader registry = new RegistryReader(files, problems);
        Registry who = registry.read(context.deposits());
        CatalogueReader catalogue = new CatalogueReader(files, problems);
        List<Product> products = catalogue.readProducts();
        return new ReferenceTables(
                deposits,
                who,
                products,
                catalogue.readMethods(),
                registry.parties(),
                registry.facilities(),
                catalogue.products());
    }

    FlowReader.Known known(Names lots) {
        return new FlowReader.Known(parties, facilities, productIds, methods, lots);
    }

    /// What nothing refers to.
    record Rest(PackageFiles files, Limits limits) {}

    /// Everything declared, once the tables that nothing refers to are read as well.
    ///
    /// @param all what is wrong, asked for last
    Declarations with(
            AssayTable assays,
            FlowTable flows,
            Rest rest,
            Problems problems,
            Supplier<List<Problem>> all) {
        EntitlementReader entitlements = new EntitlementReader(rest.files, problems, parties);
        return new Declarations(
                registry,
                products,
                methods,
                assays,
                flows,
                new Declarations.Entitlements(
                        entitlements.readPlans(), entitlements.readLicences(productIds)),
                new Declarations.Context(
                        deposits,
                        new ContextReader(rest.files, problems).readPartnerImports(),
                        rest.limits,
                        new StewardshipReader(rest.files, problems, facilities).read(productIds)),
                all.get());
    }
}
