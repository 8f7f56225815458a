package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.testing.SmallPackage;

/// Each case adds one wrong row to a package that is otherwise right.
///
/// A case is `table | row | column | value`: the one problem that must be told, and nothing else.
/// The good rows, which stand before, must all count as they did.
class WrongRowsTest {
    @TempDir Path folder;

    @Test
    void theSmallPackageIsValid() {
        Declarations declared = read(SmallPackage.valid());
        assertThat(declared.problems()).isEmpty();
        assertThat(Ledger.of(declared).problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} → {2} ''{3}''")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
                    parties     | ,Name,,enterprise,                                | party     | ''
                    parties     | P9,,,enterprise,                                  | name      | ''
                    parties     | P9,  ,,enterprise,                                | name      | '  '
                    parties     | P9,Name,,,                                        | kind      | ''
                    parties     | P9,Name,,company,                                 | kind      | company
                    parties     | P9,Name,,Enterprise,                              | kind      | Enterprise
                    parties     | P9,Name,,foreign,JJ                               | country   | JJ
                    parties     | P9,Name,,foreign,jp                               | country   | jp
                    parties     | P9,Name,,foreign,JPN                              | country   | JPN
                    parties     | BUY,Again,,foreign,                               | party     | BUY
                    memberships | P9,91110000MA0000001L,2019-01-01,                 | party     | P9
                    memberships | BUY,G9,2019-01-01,                                | group     | G9
                    memberships | ,91110000MA0000001L,2019-01-01,                   | party     | ''
                    memberships | BUY,,2019-01-01,                                  | group     | ''
                    memberships | BUY,91110000MA0000001L,,                          | from      | ''
                    memberships | BUY,91110000MA0000001L,2019-02-30,                | from      | 2019-02-30
                    memberships | BUY,91110000MA0000001L,2019-02-01,2019-01-31      | until     | 2019-01-31
                    facilities  | ,BUY,,mine,,,,,                                   | facility  | ''
                    facilities  | F9,,,mine,,,,,                                    | party     | ''
                    facilities  | F9,P9,,mine,,,,,                                  | party     | P9
                    facilities  | F9,BUY,,,,,,,                                     | stage     | ''
                    facilities  | F9,BUY,,mines,,,,,                                | stage     | mines
                    facilities  | F9,BUY,,mine,,90.5,100,,                          | latitude  | 90.5
                    facilities  | F9,BUY,,mine,,40,-180.5,,                         | longitude | -180.5
                    facilities  | F9,BUY,,mine,,40,,,                               | longitude | ''
                    facilities  | F9,BUY,,mine,,,100,,                              | latitude  | ''
                    facilities  | F9,BUY,,mine,,north,100,,                         | latitude  | north
                    facilities  | F9,BUY,,mine,,,,-1,                               | capacity_t_reo | -1
                    facilities  | MINE,BUY,,mine,,,,,                               | facility  | MINE
                    facilities  | F9,BUY,,mine,,,,1e300,                            | capacity_t_reo | 1e300
                    permits     | F9,mining,M-9,2019-01-01,                         | facility  | F9
                    permits     | MINE,digging,M-9,2019-01-01,                      | activity  | digging
                    permits     | MINE,,M-9,2019-01-01,                             | activity  | ''
                    permits     | MINE,mining,,2019-01-01,                          | permit    | ''
                    permits     | MINE,mining,M-9,,                                 | from      | ''
                    permits     | MINE,mining,M-9,01/02/2019,                       | from      | 01/02/2019
                    permits     | MINE,mining,M-9,2019-01-02,2019-01-01             | until     | 2019-01-01
                    environmental_returns | F9,2019-01,chloride,1,,                | facility  | F9
                    environmental_returns | PLANT,2019-13,chloride,1,,             | month     | 2019-13
                    environmental_returns | PLANT,May,chloride,1,,                 | month     | May
                    environmental_returns | PLANT,,chloride,1,,                    | month     | ''
                    environmental_returns | PLANT,2019-01,,1,,                     | indicator | ''
                    environmental_returns | PLANT,2019-01,chloride,,,              | value     | ''
                    environmental_returns | PLANT,2019-01,chloride,-1,,            | value     | -1
                    environmental_returns | PLANT,2019-01,chloride,1,soon,         | entered   | soon
                    capacities  | F9,separation,1,,,,2019-01-01,,                   | facility  | F9
                    capacities  | PLANT,,1,,,,2019-01-01,,                          | kinds     | ''
                    capacities  | PLANT,separation,-1,,,,2019-01-01,,               | approved_t | -1
                    capacities  | PLANT,separation,1,x,,,2019-01-01,,               | installed_t | x
                    capacities  | PLANT,separation,1,,,,,,                          | from      | ''
                    capacities  | PLANT,separation,1,,,,2019-01-02,2019-01-01,      | until     | 2019-01-01
                    reserves    | F9,2018-12-31,GB,1,1,0.9,                         | facility  | F9
                    reserves    | MINE,,GB,1,1,0.9,                                 | reported_on | ''
                    reserves    | MINE,2018-12-31,,1,1,0.9,                         | standard  | ''
                    reserves    | MINE,2018-12-31,GB,-1,1,0.9,                      | proven_t_reo | -1
                    reserves    | MINE,2018-12-31,GB,1,1,1.1,                       | mining_recovery | 1.1
                    reserves    | MINE,2018-12-31,GB,1,1,0,                         | mining_recovery | 0
                    stockpile   | S-1,2019-06-30,in,nd,1,                           | movement  | S-1
                    stockpile   | S-2,2019-06-31,in,nd,1,                           | day       | 2019-06-31
                    stockpile   | S-2,2019-06-30,lost,nd,1,                         | direction | lost
                    stockpile   | S-2,2019-06-30,in,p9,1,                           | product   | p9
                    stockpile   | S-2,2019-06-30,in,nd,-1,                          | tonnes_reo | -1
                    products    | ,name,,ore,,                                      | product   | ''
                    products    | p9,,,ore,,                                        | name      | ''
                    products    | p9,name,,,,                                       | stage     | ''
                    products    | p9,name,,dust,,                                   | stage     | dust
                    products    | p9,name,,ore,clay,                                | ore_type  | clay
                    products    | p9,name,,ore,,123                                 | hs_code   | 123
                    products    | p9,name,,ore,,12345678901                         | hs_code   | 12345678901
                    products    | p9,name,,ore,,2846.90                             | hs_code   | 2846.90
                    products    | nd,again,,ore,,                                   | product   | nd
                    methods     | ,mass,,0,0                                        | method    | ''
                    methods     | m9,,,0,0                                          | quantity  | ''
                    methods     | m9,volume,,0,0                                    | quantity  | volume
                    methods     | m9,assay,Xx,0,0                                   | element   | Xx
                    methods     | m9,assay,nd,0,0                                   | element   | nd
                    methods     | m9,mass,Nd,0,0                                    | element   | Nd
                    methods     | m9,mass,,,0                                       | random_rel | ''
                    methods     | m9,mass,,0,                                       | systematic_rel | ''
                    methods     | m9,mass,,-0.1,0                                   | random_rel | -0.1
                    methods     | m9,mass,,0,0.5 %                                  | systematic_rel | 0.5 %
                    methods     | m9,mass,,1,0                                      | random_rel | 1
                    methods     | scale,mass,,0,0                                   | method    | scale
                    methods     | icp,assay,Nd,0,0                                  | method    | icp
                    plans       | ,2019,,mining,,BUY,1,2019-01-01,                  | plan      | ''
                    plans       | P9,,,mining,,BUY,1,2019-01-01,                    | year      | ''
                    plans       | P9,19,,mining,,BUY,1,2019-01-01,                  | year      | 19
                    plans       | P9,2019.5,,mining,,BUY,1,2019-01-01,              | year      | 2019.5
                    plans       | P9,2019a,,mining,,BUY,1,2019-01-01,               | year      | 2019a
                    plans       | P9,2019,,,,BUY,1,2019-01-01,                      | kind      | ''
                    plans       | P9,2019,,quota,,BUY,1,2019-01-01,                 | kind      | quota
                    plans       | P9,2019,,mining,soil,BUY,1,2019-01-01,            | ore_type  | soil
                    plans       | P9,2019,,mining,,,1,2019-01-01,                   | holder    | ''
                    plans       | P9,2019,,mining,,P9,1,2019-01-01,                 | holder    | P9
                    plans       | P9,2019,,mining,,BUY,,2019-01-01,                 | tonnes_reo | ''
                    plans       | P9,2019,,mining,,BUY,-1,2019-01-01,               | tonnes_reo | -1
                    plans       | P9,2019,,mining,,BUY,1e308,2019-01-01,            | tonnes_reo | 1e308
                    plans       | P9,2019,,mining,,BUY,1,,                          | issued_on | ''
                    plans       | P9,2019,,mining,,BUY,1,2019-13-01,                | issued_on | 2019-13-01
                    plans       | P9,2019,,mining,,BUY,1,2019-01-01,soon            | revoked_on | soon
                    plans       | P1,2019,1,mining,rock,91110000MA0000001L,7,2019-01-01, | plan | P1
                    licences    | ,BUY,BUY,,JP,nd,1,2019-01-01,2019-02-01           | licence   | ''
                    licences    | L9,P9,BUY,,JP,nd,1,2019-01-01,2019-02-01          | exporter  | P9
                    licences    | L9,BUY,P9,,JP,nd,1,2019-01-01,2019-02-01          | consignee | P9
                    licences    | L9,,BUY,,JP,nd,1,2019-01-01,2019-02-01            | exporter  | ''
                    licences    | L9,BUY,,,JP,nd,1,2019-01-01,2019-02-01            | consignee | ''
                    licences    | L9,BUY,BUY,,,nd,1,2019-01-01,2019-02-01           | destination | ''
                    licences    | L9,BUY,BUY,,Japan,nd,1,2019-01-01,2019-02-01      | destination | Japan
                    licences    | L9,BUY,BUY,,JP,p9,1,2019-01-01,2019-02-01         | product   | p9
                    licences    | L9,BUY,BUY,,JP,nd,,2019-01-01,2019-02-01          | mass_kg   | ''
                    licences    | L9,BUY,BUY,,JP,nd,-1,2019-01-01,2019-02-01        | mass_kg   | -1
                    licences    | L9,BUY,BUY,,JP,nd,1,,2019-02-01                   | valid_from | ''
                    licences    | L9,BUY,BUY,,JP,nd,1,2019-01-01,                   | valid_until | ''
                    licences    | L9,BUY,BUY,,JP,nd,1,2019-03-01,2019-02-01         | valid_until | 2019-02-01
                    licences    | LIC-1,BUY,BUY,,JP,nd,1,2019-01-01,2019-02-01      | licence   | LIC-1
                    deposits    | ,name,,1,,,,,,,,,,,,,,,,                          | deposit   | ''
                    deposits    | d9,name,clay,1,,,,,,,,,,,,,,,,                    | ore_type  | clay
                    deposits    | d9,name,,-1,2,,,,,,,,,,,,,,,                      | La        | -1
                    deposits    | d9,name,,1,x,,,,,,,,,,,,,,,                       | Ce        | x
                    deposits    | d9,name,,1e308,1e308,,,,,,,,,,,,,,,               | deposit   | d9
                    deposits    | d9,name,,,,,,,,,,,,,,,,,,                         | deposit   | d9
                    deposits    | d9,name,,1,,,,,,,,,,,,,,,,-0.1                    | spread    | -0.1
                    deposits    | d9,name,,1,,,,,,,,,,,,,,,,1e200                   | spread    | 1e200
                    deposits    | bayan,name,,1,,,,,,,,,,,,,,,,                     | deposit   | bayan
                    partner_imports | ,2019,1,284690,1                              | country   | ''
                    partner_imports | JJ,2019,1,284690,1                            | country   | JJ
                    partner_imports | JP,,1,284690,1                                | year      | ''
                    partner_imports | JP,219,1,284690,1                             | year      | 219
                    partner_imports | JP,2019,0,284690,1                            | month     | 0
                    partner_imports | JP,2019,13,284690,1                           | month     | 13
                    partner_imports | JP,2019,1.5,284690,1                          | month     | 1.5
                    partner_imports | JP,2019,1,,1                                  | hs_code   | ''
                    partner_imports | JP,2019,1,28a,1                               | hs_code   | 28a
                    partner_imports | JP,2019,1,284690,                             | mass_kg   | ''
                    partner_imports | JP,2019,1,284690,-1                           | mass_kg   | -1
                    assays      | ,X9,,,,element,,0.1,,,,,,,,,,,,,,,                | assay     | ''
                    assays      | A9,,,,,element,,0.1,,,,,,,,,,,,,,,                | subject   | ''
                    assays      | A9,X9,noon,,,element,,0.1,,,,,,,,,,,,,,,          | measured_at | noon
                    assays      | A9,X9,,,none,element,,0.1,,,,,,,,,,,,,,,          | method    | none
                    assays      | A9,X9,,,scale,element,,0.1,,,,,,,,,,,,,,,         | method    | scale
                    assays      | A9,X9,,,,,,0.1,,,,,,,,,,,,,,,                     | basis     | ''
                    assays      | A9,X9,,,,metal,,0.1,,,,,,,,,,,,,,,                | basis     | metal
                    assays      | A9,X9,,,,oxide,,1,,,,,,,,,,,,,,,                  | treo      | ''
                    assays      | A9,X9,,,,oxide,60,1,,,,,,,,,,,,,,,                | treo      | 60
                    assays      | A9,X9,,,,oxide,-0.6,1,,,,,,,,,,,,,,,              | treo      | -0.6
                    assays      | A9,X9,,,,oxide,0.6,-0.1,1,,,,,,,,,,,,,,           | La        | -0.1
                    assays      | A9,X9,,,,oxide,0.6,0.94,,,,,,,,,,,,,,,            | ''        | 0.94
                    assays      | A9,X9,,,,oxide,0.6,1.06,,,,,,,,,,,,,,,            | ''        | 1.06
                    assays      | A9,X9,,,,oxide,0.6,,,,,,,,,,,,,,,,                | ''        | 0.0
                    assays      | A9,X9,,,,element,,85,,,,,,,,,,,,,,,               | ''        | 85.0
                    assays      | A1,X9,,,,element,,0.1,,,,,,,,,,,,,,,              | assay     | A1
                    """)
    void aWrongCellIsToldAndTheRowLeftOut(String table, String row, String column, String value) {
        SmallPackage spoiled = SmallPackage.valid().append(table + ".csv", row);
        Declarations declared = read(spoiled);
        assertThat(declared.problems()).hasSize(1);
        Problem problem = declared.problems().getFirst();
        assertThat(problem.file()).isEqualTo(table + ".csv");
        assertThat(problem.row()).isEqualTo(spoiled.rows(table + ".csv"));
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.value()).isEqualTo(value);
        assertWorded(problem);
        assertSameButProblems(declared, read(SmallPackage.valid()));
    }

    /// A reader in either language learns what is wrong, and the row counts as an error.
    static void assertWorded(Problem problem) {
        assertThat(problem.problem()).matches("(?s).*[a-z]{2}.*");
        assertThat(problem.problemZh()).matches("(?s).*\\p{IsHan}.*");
        assertThat(problem.weight()).isEqualTo(Problem.Weight.ERROR);
    }

    private static void assertSameButProblems(Declarations spoiled, Declarations good) {
        assertThat(spoiled.registry()).isEqualTo(good.registry());
        assertThat(spoiled.products()).isEqualTo(good.products());
        assertThat(spoiled.entitlements()).isEqualTo(good.entitlements());
        assertThat(spoiled.context()).isEqualTo(good.context());
        assertThat(goodAssays(spoiled)).isEqualTo(goodAssays(good));
        assertThat(Ledger.of(spoiled).records()).isEqualTo(Ledger.of(good).records());
    }

    private static List<String> goodAssays(Declarations declared) {
        return IntStream.range(0, declared.assays().size())
                .filter(a -> !declared.assays().isBad(a))
                .mapToObj(declared.assays()::id)
                .toList();
    }

    private Declarations read(SmallPackage files) {
        return PackageReader.read(files.write(folder));
    }

    @Test
    void everyWrongCellOfARowIsTold() {
        SmallPackage spoiled =
                SmallPackage.valid()
                        .append("plans.csv", "P9,99,1,quota,clay,P9,-1,yesterday,soon")
                        .append("facilities.csv", "MINE,P9,,pit,,91,x,-1,");
        assertThat(read(spoiled).problems())
                .extracting(p -> p.file() + ":" + p.column())
                .containsExactlyInAnyOrder(
                        "plans.csv:year",
                        "plans.csv:kind",
                        "plans.csv:ore_type",
                        "plans.csv:holder",
                        "plans.csv:tonnes_reo",
                        "plans.csv:issued_on",
                        "plans.csv:revoked_on",
                        "facilities.csv:facility",
                        "facilities.csv:party",
                        "facilities.csv:stage",
                        "facilities.csv:latitude",
                        "facilities.csv:longitude",
                        "facilities.csv:capacity_t_reo");
    }

    @Test
    void aPartyWithABadCodeIsToldButKept() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append("parties.csv", "911100000000000000,甲公司,,enterprise,CN"));
        assertThat(declared.problems()).hasSize(1);
        Problem problem = declared.problems().getFirst();
        assertThat(problem.column()).isEqualTo("party");
        assertThat(problem.value()).isEqualTo("911100000000000000");
        assertWorded(problem);
        assertThat(declared.registry().parties()).hasSize(5);
        assertThat(declared.registry().parties().getLast().id()).isEqualTo("911100000000000000");
    }

    @Test
    void aPartyElsewhereMayHaveAnyCode() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append("parties.csv", "911100000000000000,Ltd,,foreign,"));
        assertThat(declared.problems()).isEmpty();
    }

    @Test
    void aFacilityOfAnUnknownDepositIsToldButKept() {
        Declarations declared =
                read(SmallPackage.valid().append("facilities.csv", "F9,BUY,,mine,,,,,nowhere"));
        assertThat(declared.problems()).extracting(Problem::column).containsExactly("deposit");
        assertWorded(declared.problems().getFirst());
        assertThat(declared.registry().facilities().getLast().deposit()).isEmpty();
    }

    @Test
    void aRevocationAtAnyInstantRevokes() {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(
                                        "plans.csv",
                                        "P9,1969,,mining,,BUY,1,1969-01-01,1970-01-01T00:00:00Z"));
        assertThat(declared.problems()).isEmpty();
        assertThat(declared.entitlements().plans().getLast().revoked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.95", "1", "1.05"})
    void oxideSharesMaySumToAboutOne(String share) {
        Declarations declared =
                read(
                        SmallPackage.valid()
                                .append(
                                        "assays.csv",
                                        "A9,X9,,,,oxide,0.6," + share + ",,,,,,,,,,,,,,,"));
        assertThat(declared.problems()).isEmpty();
    }

    @Test
    void aBlankRowIsNoRow() {
        Declarations declared =
                read(SmallPackage.valid().append("plans.csv", ",,,,,,,,\n\n ,, ,,,,,,"));
        assertThat(declared.problems()).isEmpty();
    }
}
