package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ytterby.formats.RowSink;

/// Exports of the year: licences under which they went and what partner countries say of them.
final class Customs {
    private static final int HEADING_DIGITS = 6;
    private static final String COMPOUNDS_AND_METALS = "28"; // chapter of the customs tariff

    private final Catalogue catalogue;
    private final YearTime time;
    private final Codes codes;
    private final List<Consignee> consignees = new ArrayList<>();
    private final Map<String, String> headings = new HashMap<>();
    private final Map<String, Double> prices = new HashMap<>();
    private final Map<Cover, Licence> licences = new LinkedHashMap<>();
    private final Map<Mirror, double[]> mirrors = new TreeMap<>();

    private record Cover(String party, String product, Consignee consignee) {}

    /// A licence in the making.
    static final class Licence {
        private final String id;
        private final Cover cover;
        private double exportedKg;

        Licence(String id, Cover cover) {
            this.id = id;
            this.cover = cover;
        }

        String id() {
            return id;
        }

        String product() {
            return cover.product();
        }

        double exportedKg() {
            return exportedKg;
        }
    }

    private record Mirror(String country, String heading) implements Comparable<Mirror> {
        private static final Comparator<Mirror> ORDER =
                Comparator.comparing(Mirror::country).thenComparing(Mirror::heading);

        @Override
        public int compareTo(Mirror other) {
            return ORDER.compare(this, other);
        }
    }

    Customs(Catalogue catalogue, YearTime time, Codes codes) {
        this.catalogue = catalogue;
        this.time = time;
        this.codes = codes;
        for (var row : Table.read("consignees.csv").rows()) {
            consignees.add(
                    new Consignee(
                            row.getField("consignee"),
                            row.getField("country"),
                            Arrays.asList(row.getField("products").split(" ", -1))));
        }
        for (var row : Table.read("products.csv").rows()) {
            headings.put(row.getField("product"), row.getField("hs_code"));
        }
        for (var row : Table.read("price_products.csv").rows()) {
            prices.put(
                    row.getField("product"),
                    catalogue.facts().price(row.getField("usgs_product"), time.year()));
        }
    }

    /// Who buys a product abroad.
    List<Consignee> consignees(String product) {
        return consignees.stream()
                .filter(consignee -> consignee.products().contains(product))
                .toList();
    }

    /// The other side of an export line, under the licence of the year for it.
    Deal deal(Site seller, Parcel parcel, Consignee consignee) {
        return new Deal(
                consignee.party(),
                consignee.country(),
                licence(seller, parcel, consignee).id(),
                prices.getOrDefault(parcel.lot().product().id(), 0.0) * parcel.dryKg());
    }

    private Licence licence(Site seller, Parcel parcel, Consignee consignee) {
        return licences.computeIfAbsent(
                new Cover(seller.party(), parcel.lot().product().id(), consignee),
                cover ->
                        new Licence(
                                "LIC-%d-%04d".formatted(time.year(), licences.size() + 1), cover));
    }

    /// Counts an export as weighed.
    void exported(Site seller, Parcel parcel, Consignee consignee, int month, double kg) {
        licence(seller, parcel, consignee).exportedKg += kg;
        String heading = heading(parcel.lot().product().id());
        mirrors.computeIfAbsent(new Mirror(consignee.country(), heading), key -> new double[12])[
                        month] +=
                kg;
    }

    private String heading(String product) {
        String code = headings.getOrDefault(product, "");
        if (code.length() < HEADING_DIGITS) {
            throw new IllegalStateException("product " + product + " has no customs code");
        }
        return code.substring(0, HEADING_DIGITS);
    }

    /// Compounds and metals exported, kg: what the published figure counts.
    double compoundsAndMetalsKg() {
        return licences.values().stream()
                .filter(licence -> heading(licence.product()).startsWith(COMPOUNDS_AND_METALS))
                .mapToDouble(Licence::exportedKg)
                .sum();
    }

    /// The licence of a product under which most was exported.
    Optional<Licence> largest(String product) {
        return licences.values().stream()
                .filter(licence -> licence.product().equals(product))
                .max(Comparator.comparingDouble(Licence::exportedKg));
    }

    /// Writes licences that cover what was exported, all but the one that is exceeded.
    ///
    /// @param exceeded id of that one, empty for none
    /// @param excess the part of what went out under it that it does not grant
    void writeLicences(RowSink rows, String exceeded, double excess) {
        double margin = catalogue.assumptions().value("licence_margin");
        for (Licence licence : licences.values()) {
            if (licence.exportedKg == 0) {
                continue; // only used before the year
            }
            double granted =
                    licence.exportedKg * (licence.id.equals(exceeded) ? 1 - excess : 1 + margin);
            rows.row(
                    licence.id,
                    codes.of(licence.cover.party()),
                    licence.cover.consignee().party(),
                    licence.cover.consignee().party(),
                    licence.cover.consignee().country(),
                    licence.cover.product(),
                    Digits.fixed(Math.ceil(granted), 0),
                    time.date(0),
                    time.date(time.month(12) - 1));
        }
    }

    /// Writes what partners say: our exports with a little noise.
    void writeMirrors(RowSink rows, Streams streams) {
        double spread = catalogue.assumptions().value("mirror_spread");
        mirrors.forEach((mirror, months) -> {
            var noise = streams.named("mirror " + mirror.country() + mirror.heading());
            for (int month = 0; month < months.length; month++) {
                double deviation = Math.clamp(noise.nextGaussian(), -3, 3) * spread;
                if (months[month] > 0) {
                    writeMirror(rows, mirror, month, months[month] * (1 + deviation));
                }
            }
        });
    }

    private void writeMirror(RowSink rows, Mirror mirror, int month, double kg) {
        rows.row(
                mirror.country(),
                Integer.toString(time.year()),
                Integer.toString(month + 1),
                mirror.heading(),
                Digits.fixed(kg, 0));
    }
}
