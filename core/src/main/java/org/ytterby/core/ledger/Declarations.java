package org.ytterby.core.ledger;

import java.util.List;
import org.ytterby.core.material.Product;

/// Everything that one ledger package declares, row by row, before any of it is judged.
///
/// @param problems what could not be read; its good neighbours are all here
public record Declarations(
        Registry registry,
        List<Product> products,
        Methods methods,
        AssayTable assays,
        FlowTable flows,
        Entitlements entitlements,
        Context context,
        List<Problem> problems) {
    /// What somebody may do up to an amount.
    public record Entitlements(List<ControlPlan> plans, List<Licence> licences) {
        public Entitlements {
            plans = List.copyOf(plans);
            licences = List.copyOf(licences);
        }
    }

    /// What is known from outside: the make-up of deposits, the statistics of partner countries and
    /// the dated limits of rules; and how what is there to be used is kept.
    public record Context(
            List<Deposit> deposits,
            List<PartnerImport> partnerImports,
            Limits limits,
            Stewardship stewardship) {
        public Context {
            deposits = List.copyOf(deposits);
            partnerImports = List.copyOf(partnerImports);
        }

        /// Without anything about stewardship.
        public Context(List<Deposit> deposits, List<PartnerImport> partnerImports, Limits limits) {
            this(deposits, partnerImports, limits, Stewardship.NONE);
        }
    }

    /// What was declared of surroundings, capacity and resources: it is in no balance.
    public record Stewardship(
            List<ReturnedFigure> returns,
            List<RegisteredCapacity> capacities,
            List<ReserveReport> reserves,
            List<StockpileMovement> stockpile) {
        /// Nothing declared.
        public static final Stewardship NONE =
                new Stewardship(List.of(), List.of(), List.of(), List.of());

        public Stewardship {
            returns = List.copyOf(returns);
            capacities = List.copyOf(capacities);
            reserves = List.copyOf(reserves);
            stockpile = List.copyOf(stockpile);
        }
    }

    public Declarations {
        products = List.copyOf(products);
        problems = ProblemLog.unchanging(problems);
    }
}
