package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Who buys what in one cell. Buyers take turns so that over the year each gets its share.
final class Market {
    private static final String EXPORT = "export";

    private final World world;
    private final List<Site> sites;
    private final double exportScale;
    private final Map<Offer, List<Turn>> turns = new HashMap<>();

    /// A product of one seller.
    private record Offer(String seller, String product) {}

    /// One who may buy.
    ///
    /// @param site the buyer in the country; null for an export
    /// @param consignee the buyer abroad; null for a sale in the country
    record Buyer(@Nullable Site site, @Nullable Consignee consignee) {}

    private static final class Turn {
        final Buyer buyer;
        final double share;
        double given;

        Turn(Buyer buyer, double share) {
            this.buyer = buyer;
            this.share = share;
        }
    }

    /// @param exportScale exports against those of the year that the sales table was made for
    Market(World world, List<Site> sites, double exportScale) {
        this.world = world;
        this.sites = sites;
        this.exportScale = exportScale;
    }

    /// The next buyer of a product; null where nobody buys it.
    ///
    /// @param dryKg what he gets
    @Nullable Buyer next(Site seller, ProductSpec product, double dryKg) {
        List<Turn> all =
                turns.computeIfAbsent(
                        new Offer(seller.id(), product.id()), key -> turns(seller, product, dryKg));
        double total = dryKg;
        for (Turn turn : all) {
            total += turn.given;
        }
        Turn chosen = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Turn turn : all) {
            double due = turn.share * total - turn.given;
            if (due > most) {
                most = due;
                chosen = turn;
            }
        }
        if (chosen == null) {
            return null;
        }
        chosen.given += dryKg;
        return chosen.buyer;
    }

    // buyers begin at drawn places of their turn, so that sellers do not all favour the same
    private List<Turn> turns(Site seller, ProductSpec product, double dryKg) {
        List<Turn> all = new ArrayList<>();
        fill(all, seller, product);
        SplittableRandom draws =
                world.streams().named("buyers " + seller.id() + ' ' + product.id());
        for (Turn turn : all) {
            turn.given = draws.nextDouble() * dryKg;
        }
        return all;
    }

    private void fill(List<Turn> all, Site seller, ProductSpec product) {
        if (seller.spec().isTrade()) {
            sites.stream()
                    .filter(site -> site.spec().isPort() && site.party().equals(seller.party()))
                    .forEach(site -> all.add(new Turn(new Buyer(site, null), 1)));
        } else if (seller.spec().isPort()) {
            addExports(all, product, 1);
        } else {
            world.catalogue()
                    .buyers(product.id())
                    .forEach((role, weight) -> {
                        if (role.equals(EXPORT)) {
                            addExports(all, product, weight * exportScale);
                        } else {
                            addSites(all, role, weight);
                        }
                    });
        }
    }

    private void addSites(List<Turn> all, String role, double weight) {
        List<Site> buyers = sites.stream().filter(site -> site.spec().role().equals(role)).toList();
        double total = buyers.stream().mapToDouble(Site::weight).sum();
        for (Site site : buyers) {
            all.add(new Turn(new Buyer(site, null), weight * site.weight() / total));
        }
    }

    private void addExports(List<Turn> all, ProductSpec product, double weight) {
        List<Consignee> consignees = world.customs().consignees(product.id());
        for (Consignee consignee : consignees) {
            all.add(new Turn(new Buyer(null, consignee), weight / consignees.size()));
        }
    }
}
