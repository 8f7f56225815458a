package org.ytterby.core.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTableBuilder;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Licence;
import org.ytterby.core.ledger.Membership;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.PartnerImport;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Permit;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Position;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// A small ledger written as text, one row a line, on a stage where everybody is already known.
///
/// ```
/// # record type       time             facility      lot product  kg
///   E1     extraction 2024-01-05       M1            L1  conc     100
///   S1     shipment   2024-01-06T08:00 M1            L1  conc     100 partner=SEP doc=I-1
///   R1     processing 2024-01-09       SEP      in   L1  conc     100 from=2024-01-07
///   K1     stocktake  2024-02-01       SEP
/// ```
///
/// A time without offset is in UTC+8. Other rows start with the name of their table (see [#CAST]);
/// a row with the key of one in the cast replaces it. Every product is pure neodymium, weighed and
/// assayed without error, unless rows say otherwise.
public final class LedgerText {
    /// Who is known everywhere: a group of one enterprise with everything permitted and planned.
    private static final String CAST =
            """
            party    G group
            party    E enterprise country=CN
            party    F foreign    country=JP
            member   E G
            facility M1  E mine
            facility M2  E mine
            facility SEP E separation
            facility MET E metal
            facility POR E port
            facility OUT E outside
            permit   M1  mining
            permit   M2  mining
            permit   SEP smelting_separation
            product  ore    ore         ore=ionic
            product  conc   concentrate ore=ionic
            product  mixed  mixed       ore=ionic
            product  oxide  separated   hs=28469019
            product  metal  metal       hs=28053011
            product  hold   in_process
            product  scrap  scrap
            product  waste  waste
            assay    of-ore   ore   Nd=1
            assay    of-conc  conc  Nd=1
            assay    of-mixed mixed Nd=1
            assay    of-oxide oxide Nd=1
            assay    of-metal metal Nd=1
            assay    of-hold  hold  Nd=1
            assay    of-scrap scrap Nd=1
            assay    of-waste waste Nd=1
            plan     mine-24 2024 mining              G 1000000
            plan     sep-24  2024 smelting_separation G 1000000
            licence  LIC E F JP oxide 1000000 from=2024-01-01 until=2024-12-31
            """;

    /// How many cells tell a row of a table from the others; in the other tables each row stands
    /// alone.
    private static final Map<String, Integer> KEY_CELLS =
            Map.of(
                    "party",
                    1,
                    "facility",
                    1,
                    "permit",
                    2,
                    "product",
                    1,
                    "assay",
                    1,
                    "plan",
                    1,
                    "licence",
                    1,
                    "deposit",
                    1);

    private final Map<String, TextRow> rows = new LinkedHashMap<>();
    private final List<TextRow> lines = new ArrayList<>();
    private final Methods methods = new Methods();
    private final Names lots = new Names();
    private final List<String> parties;
    private final List<String> facilities;
    private final List<String> products;

    private LedgerText(List<String> texts) {
        int number = 0;
        for (String line : (CAST + String.join("\n", texts)).split("\n", -1)) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                sort(TextRow.of(number, line));
            }
        }
        parties = ids("party");
        facilities = ids("facility");
        products = ids("product");
    }

    /// What the text declares.
    ///
    /// @throws IllegalArgumentException if a row cannot be understood
    public static Declarations declare(String... texts) {
        return new LedgerText(List.of(texts)).declarations();
    }

    /// The ledger of what the text declares.
    public static Ledger ledger(String... texts) {
        return Ledger.of(declare(texts));
    }

    private void sort(TextRow row) {
        if (TextFlows.isFlow(row)) {
            lines.add(row);
            return;
        }
        String table = row.cell(0);
        int keys = KEY_CELLS.getOrDefault(table, 0);
        rows.put(keys > 0 ? table + row.cells().subList(1, 1 + keys) : table + row.number(), row);
    }

    private List<TextRow> table(String name) {
        return rows.values().stream().filter(row -> row.cell(0).equals(name)).toList();
    }

    private <T> List<T> table(String name, Function<TextRow, T> reading) {
        return table(name).stream().map(reading).toList();
    }

    private List<String> ids(String table) {
        return table(table).stream().map(row -> row.cell(1)).toList();
    }

    private Declarations declarations() {
        table("weighing")
                .forEach(row -> methods.addWeighing(row.cell(1), random(row), shared(row)));
        table("assaying").forEach(this::addAssaying);
        AssayTable assays = new AssayTable();
        table("assay").forEach(row -> addAssay(row, assays));
        FlowTableBuilder flows = new FlowTableBuilder(lots);
        TextFlows reader =
                new TextFlows(flows, methods, this::facility, this::party, this::product);
        lines.forEach(reader::read);
        return new Declarations(
                registry(),
                table("product", LedgerText::product),
                methods,
                assays,
                flows.build(),
                new Declarations.Entitlements(
                        table("plan", this::plan), table("licence", this::licence)),
                new Declarations.Context(
                        table("deposit", LedgerText::deposit),
                        table("imports", LedgerText::partnerImport),
                        TestLimits.ofContract()),
                List.of());
    }

    private static double random(TextRow row) {
        return Double.parseDouble(row.cell(2));
    }

    private static double shared(TextRow row) {
        return Double.parseDouble(row.cell(3));
    }

    private void addAssaying(TextRow row) {
        int element = row.cells().size() > 4 ? Element.valueOf(row.cell(4)).ordinal() : -1;
        methods.addAssaying(row.cell(1), element, random(row), shared(row));
    }

    private void addAssay(TextRow row, AssayTable assays) {
        int subject = lots.number(row.cell(2));
        String at = row.option("at");
        long micros = at.isEmpty() ? LedgerTime.BEGINNING : row.micros(at, 0);
        if (row.has("bad")) {
            assays.addBad(subject, micros, row.number());
            return;
        }
        String method = row.option("method");
        assays.add(
                row.cell(1),
                subject,
                micros,
                row.option("lab"),
                method.isEmpty() ? Methods.DEFAULT : methods.find(method),
                row.number(),
                row.elements());
    }

    private Registry registry() {
        return new Registry(
                table("party", LedgerText::party),
                table("member", r -> new Membership(party(r.cell(1)), party(r.cell(2)), r.span())),
                table("facility", this::facility),
                table(
                        "permit",
                        r ->
                                new Permit(
                                        facility(r.cell(1)),
                                        Activity.valueOf(upper(r.cell(2))),
                                        r.cell(1) + "-permit",
                                        r.span())));
    }

    private static Party party(TextRow row) {
        PartyKind kind = PartyKind.valueOf(upper(row.cell(2)));
        return new Party(row.cell(1), "name of " + row.cell(1), "", kind, row.option("country"));
    }

    private Facility facility(TextRow row) {
        String[] at = row.option("at").split(",", -1);
        double capacity = row.number("capacity", Double.NaN);
        return new Facility(
                row.cell(1),
                party(row.cell(2)),
                "",
                FacilityStage.valueOf(upper(row.cell(3))),
                "",
                at.length < 2
                        ? null
                        : new Position(Double.parseDouble(at[0]), Double.parseDouble(at[1])),
                Double.isNaN(capacity) ? null : (Double) capacity,
                row.option("deposit"));
    }

    private static Product product(TextRow row) {
        ProductStage stage = ProductStage.valueOf(upper(row.cell(2)));
        return new Product(
                row.cell(1),
                "",
                "",
                stage,
                row.option("ore").isEmpty() ? null : row.ore(),
                row.option("hs"));
    }

    private ControlPlan plan(TextRow row) {
        return new ControlPlan(
                row.cell(1),
                Integer.parseInt(row.cell(2)),
                "",
                PlanKind.valueOf(upper(row.cell(3))),
                row.option("ore").isEmpty() ? null : row.ore(),
                party(row.cell(4)),
                Double.parseDouble(row.cell(5)) * 1e3,
                row.has("revoked"));
    }

    private Licence licence(TextRow row) {
        return new Licence(
                row.cell(1),
                party(row.cell(2)),
                party(row.cell(3)),
                "",
                row.cell(4),
                product(row.cell(5)),
                TextFlows.milligrams(row.cell(6)),
                row.span());
    }

    private static Deposit deposit(TextRow row) {
        return new Deposit(
                row.cell(1),
                "",
                null,
                Composition.closing(row.elements()),
                row.number("spread", Deposit.SPREAD_DEFAULT));
    }

    private static PartnerImport partnerImport(TextRow row) {
        return new PartnerImport(
                row.cell(1),
                Integer.parseInt(row.cell(2)),
                Integer.parseInt(row.cell(3)),
                row.cell(4),
                TextFlows.milligrams(row.cell(5)));
    }

    private int party(String id) {
        return position(parties, id);
    }

    private int facility(String id) {
        return position(facilities, id);
    }

    private int product(String id) {
        return position(products, id);
    }

    private static int position(List<String> ids, String id) {
        int at = ids.indexOf(id);
        if (at < 0) {
            throw new IllegalArgumentException(id + " is not one of " + ids);
        }
        return at;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
