package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.plan.allocation.Allocation.Binding;
import org.ytterby.core.plan.allocation.Allocation.Row;
import org.ytterby.core.plan.allocation.ScoreLine.Direction;
import org.ytterby.core.testing.Property;

/// What section 3.4 of the research on allocation asks of any plan.
class AllocatorProperties {
    private static final int TRIES = 400;
    private static final double EXACT = 1e-6;

    /// A firm on its way into a request.
    private record Firm(String id, long quota, double capacity, double x, double y) {
        Applicant applicant() {
            return Planning.applicant(id, "", quota, capacity, "x", x, "y", y);
        }

        Firm scoring(double more) {
            return new Firm(id, quota, capacity, x + more, y);
        }
    }

    private static List<Firm> firms(RandomGenerator random) {
        List<Firm> firms = new ArrayList<>();
        int n = random.nextInt(2, 30);
        for (int i = 0; i < n; i++) {
            long quota = random.nextInt(6) == 0 ? 0 : random.nextLong(1, 5000);
            double capacity = quota + random.nextInt(1, 5000);
            firms.add(
                    new Firm("e" + i, quota, capacity, random.nextDouble(1), random.nextDouble(1)));
        }
        return firms;
    }

    private static Planning planning(List<Firm> firms, double down, double up) {
        Planning planning =
                new Planning()
                        .beta(0.5)
                        .bounds(down, up)
                        .line("x", 0.6, Direction.HIGHER, 1)
                        .line("y", 0.4, Direction.HIGHER, 1)
                        .relaxing();
        firms.forEach(firm -> planning.with(firm.applicant()));
        return planning;
    }

    private static long total(RandomGenerator random, List<Firm> firms) {
        long quotas = firms.stream().mapToLong(Firm::quota).sum();
        return Math.max(1, (long) (quotas * random.nextDouble(0.7, 1.4)));
    }

    @Test
    void theTotalIsExactAndBoundsAreKept() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 0.2, 0.3).plan(total);
                    assertThat(plan.placedT() + plan.unplacedT()).isEqualTo(total);
                    for (Row row : plan.rows()) {
                        assertThat(row.tonnes())
                                .isBetween(row.bounds().floorT(), row.bounds().ceilingT())
                                .isLessThanOrEqualTo(row.grounds().caps().tonnes());
                        assertThat(Math.abs(row.tonnes() - row.exactT())).isLessThan(1 + EXACT);
                    }
                });
    }

    @Test
    void moreScoreReferenceOrTotalNeverGivesLess() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 1, Double.POSITIVE_INFINITY).plan(total);
                    int i = random.nextInt(firms.size());
                    String id = firms.get(i).id();
                    double before = plan.row(id).exactT();
                    List<Firm> better = new ArrayList<>(firms);
                    better.set(i, firms.get(i).scoring(random.nextDouble(0.5)));
                    assertThat(
                                    planning(better, 1, Double.POSITIVE_INFINITY)
                                            .plan(total)
                                            .row(id)
                                            .exactT())
                            .isGreaterThanOrEqualTo(before - EXACT);
                    Allocation more =
                            planning(firms, 1, Double.POSITIVE_INFINITY)
                                    .plan(total + random.nextLong(1000));
                    for (Row row : more.rows()) {
                        assertThat(row.exactT())
                                .isGreaterThanOrEqualTo(
                                        plan.row(row.applicant().id()).exactT() - EXACT);
                    }
                });
    }

    @Test
    void moreReferenceNeverGivesLess() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    int i = random.nextInt(firms.size());
                    Firm firm = firms.get(i);
                    Allocation plan = fixedUse(firms).plan(total);
                    List<Firm> grown = new ArrayList<>(firms);
                    long quota = firm.quota() + random.nextLong(1, 500);
                    grown.set(
                            i,
                            new Firm(firm.id(), quota, firm.capacity() + 500, firm.x(), firm.y()));
                    List<Firm> same = new ArrayList<>(firms);
                    same.set(
                            i,
                            new Firm(
                                    firm.id(),
                                    firm.quota(),
                                    firm.capacity() + 500,
                                    firm.x(),
                                    firm.y()));
                    if (firm.quota() > 0) {
                        assertThat(fixedUse(grown).plan(total).row(firm.id()).exactT())
                                .isGreaterThanOrEqualTo(
                                        fixedUse(same).plan(total).row(firm.id()).exactT() - EXACT);
                    }
                    assertThat(plan.placedT() + plan.unplacedT()).isEqualTo(total);
                });
    }

    /// Without newcomers, whose reference hangs on everybody's.
    private static Planning fixedUse(List<Firm> firms) {
        return planning(
                firms.stream().filter(f -> f.quota() > 0 || firms.size() < 3).toList(),
                1,
                Double.POSITIVE_INFINITY);
    }

    @Test
    void equalFirmsDifferByAtMostATonne() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    Firm first = firms.getFirst();
                    firms.add(
                            new Firm(
                                    "twin", first.quota(), first.capacity(), first.x(), first.y()));
                    Allocation plan = planning(firms, 0.2, 0.3).plan(total(random, firms));
                    assertThat(Math.abs(plan.row("twin").tonnes() - plan.row("e0").tonnes()))
                            .isLessThanOrEqualTo(1);
                });
    }

    @Test
    void askingForMoreNeverHelpsUnlessTheCapWasBinding() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 0.2, 0.3).plan(total);
                    int i = random.nextInt(firms.size());
                    Firm firm = firms.get(i);
                    Row row = plan.row(firm.id());
                    if (row.binding() == Binding.CEILING || !plan.relaxations().isEmpty()) {
                        return;
                    }
                    Request request = planning(firms, 0.2, 0.3).request(total);
                    List<Applicant> asking = new ArrayList<>();
                    for (Applicant applicant : request.applicants()) {
                        asking.add(
                                applicant.id().equals(firm.id())
                                        ? askingTwice(applicant)
                                        : applicant);
                    }
                    Allocation again = Planning.plan(withApplicants(request, asking));
                    assertThat(again.row(firm.id()).tonnes()).isEqualTo(row.tonnes());
                });
    }

    private static Applicant askingTwice(Applicant a) {
        Applicant.Means m = a.means();
        return new Applicant(
                a.id(),
                a.name(),
                a.nameEn(),
                a.group(),
                a.kinds(),
                new Applicant.Means(
                        m.licensedT(),
                        m.designT(),
                        m.reserveT(),
                        2 * m.applicationT(),
                        m.verifiedT(),
                        m.feedT()),
                a.history(),
                a.evidence());
    }

    private static Request withApplicants(Request request, List<Applicant> applicants) {
        return new Request(
                request.policy(),
                request.gates(),
                request.lines(),
                request.bands(),
                applicants,
                request.consequences());
    }

    @Test
    void mergingTwoFirmsGivesTheSumWhileNoBoundBinds() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = new ArrayList<>(firms(random));
                    firms.removeIf(f -> f.quota() == 0);
                    if (firms.size() < 3) {
                        return;
                    }
                    firms.replaceAll(f -> new Firm(f.id(), f.quota(), 1e8, f.x(), f.y()));
                    Firm a = firms.get(0);
                    firms.set(1, new Firm("e_", firms.get(1).quota(), 1e8, a.x(), a.y()));
                    long total = total(random, firms);
                    Allocation apart = planning(firms, 1, Double.POSITIVE_INFINITY).plan(total);
                    List<Firm> merged = new ArrayList<>(firms.subList(2, firms.size()));
                    merged.add(new Firm("ab", a.quota() + firms.get(1).quota(), 1e8, a.x(), a.y()));
                    Allocation joined = planning(merged, 1, Double.POSITIVE_INFINITY).plan(total);
                    long sum = apart.row(a.id()).tonnes() + apart.row("e_").tonnes();
                    assertThat(Math.abs(joined.row("ab").tonnes() - sum)).isLessThanOrEqualTo(1);
                });
    }

    @Test
    void theOrderOfApplicantsChangesNothing() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 0.2, 0.3).plan(total);
                    List<Firm> shuffled = new ArrayList<>(firms);
                    Collections.shuffle(shuffled, new Random(random.nextLong()));
                    Allocation again = planning(shuffled, 0.2, 0.3).plan(total);
                    assertThat(again.rows())
                            .extracting(Row::tonnes)
                            .isEqualTo(plan.rows().stream().map(Row::tonnes).toList());
                });
    }

    @Test
    void tenTimesEverythingIsTenTimesThePlan() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    firms.replaceAll(
                            f -> new Firm(f.id(), f.quota(), f.quota() + 1000, f.x(), f.y()));
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 1, Double.POSITIVE_INFINITY).plan(total);
                    firms.replaceAll(
                            f -> new Firm(f.id(), 10 * f.quota(), 10 * f.capacity(), f.x(), f.y()));
                    Allocation ten = planning(firms, 1, Double.POSITIVE_INFINITY).plan(10 * total);
                    for (Row row : ten.rows()) {
                        double tenth = plan.row(row.applicant().id()).exactT();
                        assertThat(row.exactT()).isCloseTo(10 * tenth, within(EXACT * total));
                    }
                });
    }

    @Test
    void onePointMoreIsWorthWhatIsPromised() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    firms.replaceAll(f -> new Firm(f.id(), f.quota() + 1, 1e7, 0.9 * f.x(), f.y()));
                    long total = total(random, firms);
                    Allocation plan = planning(firms, 1, Double.POSITIVE_INFINITY).plan(total);
                    int i = random.nextInt(firms.size());
                    Firm firm = firms.get(i);
                    double promised = plan.row(firm.id()).points().getFirst();
                    double step = 1e-4;
                    List<Firm> better = new ArrayList<>(firms);
                    better.set(i, firm.scoring(step));
                    double now =
                            planning(better, 1, Double.POSITIVE_INFINITY)
                                    .plan(total)
                                    .row(firm.id())
                                    .exactT();
                    double gained = (now - plan.row(firm.id()).exactT()) * 0.01 / step;
                    assertThat(gained).isCloseTo(promised, within(1e-3 * (1 + promised)));
                });
    }

    @Test
    void whoIsShutOutTakesNothingFromTheRestOfTheRules() {
        Property.forAll(
                TRIES,
                random -> {
                    List<Firm> firms = firms(random);
                    long total = total(random, firms);
                    Allocation without = planning(firms, 1, Double.POSITIVE_INFINITY).plan(total);
                    Planning with = planning(firms, 1, Double.POSITIVE_INFINITY);
                    with.firm("shut", "", 777, 9999, "x", 1)
                            .consequence("shut", Consequence.Kind.EXCLUSION, 0);
                    Allocation plan = with.plan(total);
                    assertThat(plan.row("shut").tonnes()).isZero();
                    for (Row row : without.rows()) {
                        assertThat(plan.row(row.applicant().id()).tonnes()).isEqualTo(row.tonnes());
                    }
                    assertThat(plan.request().consequences()).isNotEqualTo(Map.of());
                });
    }
}
