package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Membership;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Permit;
import org.ytterby.core.ledger.Position;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.formats.Wording;

/// Reads who is who: parties, memberships, facilities and permits.
final class RegistryReader {
    private static final String CHINA = "CN";

    private final PackageFiles files;
    private final Problems problems;
    private final Map<String, Integer> parties = new HashMap<>();
    private final Map<String, Integer> facilities = new HashMap<>();

    RegistryReader(PackageFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /// Position of each party id.
    Map<String, Integer> parties() {
        return parties;
    }

    /// Position of each facility id.
    Map<String, Integer> facilities() {
        return facilities;
    }

    Registry read(Map<String, Integer> deposits) {
        List<Party> party = readParties();
        List<Membership> memberships = readMemberships();
        List<Facility> facility = readFacilities(deposits);
        return new Registry(party, memberships, facility, readPermits());
    }

    private List<Party> readParties() {
        List<Party> rows = new ArrayList<>();
        Table table = new Table("parties", files, problems);
        int id = table.field("party");
        int name = table.field("name");
        int nameEn = table.field("name_en");
        int kind = table.field("kind");
        int country = table.field("country");
        table.forEach(row -> {
            int k = row.word(kind);
            String c = row.country(country);
            Ids.checkNew(row, id, parties);
            if (!row.isGood()) {
                return;
            }
            if (c.equals(CHINA) && !CreditCode.isValid(row.text(id))) {
                row.doubtful(
                        id,
                        new Wording(
                                "not a valid unified social credit code (18 characters with"
                                        + " check digit); the party is kept",
                                "不是有效的统一社会信用代码（18 位，含校验码）；该主体仍予保留"));
            }
            parties.put(row.text(id), rows.size());
            rows.add(
                    new Party(
                            row.text(id),
                            row.text(name),
                            row.text(nameEn),
                            PartyKind.values()[k],
                            c));
        });
        return rows;
    }

    private List<Membership> readMemberships() {
        List<Membership> rows = new ArrayList<>();
        Table table = new Table("memberships", files, problems);
        int party = table.field("party");
        int group = table.field("group");
        int from = table.field("from");
        int until = table.field("until");
        table.forEach(row -> {
            int p = row.reference(party, parties, "parties");
            int g = row.reference(group, parties, "parties");
            Span span = Spans.read(row, from, until);
            if (row.isGood()) {
                rows.add(new Membership(p, g, span));
            }
        });
        return rows;
    }

    private List<Facility> readFacilities(Map<String, Integer> deposits) {
        List<Facility> rows = new ArrayList<>();
        Table table = new Table("facilities", files, problems);
        int id = table.field("facility");
        int party = table.field("party");
        int name = table.field("name");
        int stage = table.field("stage");
        int region = table.field("region");
        int capacity = table.field("capacity_t_reo");
        int deposit = table.field("deposit");
        table.forEach(row -> {
            int p = row.reference(party, parties, "parties");
            int s = row.word(stage);
            double c = row.number(capacity, Double.NaN);
            Position position = position(table, row);
            Ids.checkNew(row, id, facilities);
            if (!row.isGood()) {
                return;
            }
            boolean known = row.isAbsent(deposit) || deposits.containsKey(row.text(deposit));
            if (!known) {
                row.doubtful(
                        deposit,
                        new Wording(
                                row.called("deposits")
                                        + " has no good row with this id; the facility is"
                                        + " kept without a deposit",
                                row.called("deposits") + " 中没有此编号的有效行；该场所保留，但无矿床"));
            }
            facilities.put(row.text(id), rows.size());
            rows.add(
                    new Facility(
                            row.text(id),
                            p,
                            row.isAbsent(name) ? row.text(id) : row.text(name),
                            FacilityStage.values()[s],
                            row.text(region),
                            position,
                            Double.isNaN(c) ? null : c,
                            known ? row.text(deposit) : ""));
        });
        return rows;
    }

    private static @Nullable Position position(Table table, Row row) {
        int latitude = table.field("latitude");
        int longitude = table.field("longitude");
        double north = row.number(latitude, Double.NaN);
        double east = row.number(longitude, Double.NaN);
        if (row.isAbsent(latitude) != row.isAbsent(longitude)) {
            row.bad(
                    row.isAbsent(latitude) ? latitude : longitude,
                    new Wording("latitude and longitude go together", "纬度与经度须同时填写"));
        }
        return Double.isNaN(north) || Double.isNaN(east) ? null : new Position(north, east);
    }

    private List<Permit> readPermits() {
        List<Permit> rows = new ArrayList<>();
        Table table = new Table("permits", files, problems);
        int facility = table.field("facility");
        int activity = table.field("activity");
        int permit = table.field("permit");
        int from = table.field("from");
        int until = table.field("until");
        table.forEach(row -> {
            int f = row.reference(facility, facilities, "facilities");
            int a = row.word(activity);
            Span span = Spans.read(row, from, until);
            if (row.isGood()) {
                rows.add(new Permit(f, Activity.values()[a], row.text(permit), span));
            }
        });
        return rows;
    }
}
