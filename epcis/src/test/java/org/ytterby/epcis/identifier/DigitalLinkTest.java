package org.ytterby.epcis.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.testing.Property;

class DigitalLinkTest {
    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:4012345.011111.9876,          01/04012345111118/21/9876",
        "urn:epc:idpat:sgtin:4012345.011111.*,          01/04012345111118",
        "urn:epc:class:lgtin:4012345.012345.Lot987,     01/04012345123456/10/Lot987",
        "urn:epc:id:sgln:4012345.00005.0,               414/4012345000054",
        "urn:epc:id:sgln:4012345.00005.12.3,            414/4012345000054/254/12.3",
        "urn:epc:idpat:sgln:4012345.00005.*,            414/4012345000054",
        "urn:epc:id:pgln:999999999999.,                 417/9999999999994",
        "urn:epc:idpat:grai:4012345.66666.*,            8003/04012345666663",
        "urn:epc:id:giai:4012345.AB.C,                  8004/4012345AB.C",
        "https://example.com/a/gtin/9780345418913/lot/7?x=1, 01/09780345418913/10/7",
        "http://id.gs1.de/01/04012345999990/22/V/10/L/21/S#f, 01/04012345999990/21/S",
        "https://example.com/8006/040123451234560102/21/9,  8006/040123451234560102/21/9",
        "https://example.com/8003/040123450007718765,       8003/040123450007718765",
        "https://id.gs1.org/01/04012345999990/21/a%2fb%41!,  01/04012345999990/21/a%2FbA%21"
    })
    void equalKeysHaveOneName(String written, String path) {
        String canonical = "https://id.gs1.org/" + path;
        assertThat(DigitalLink.canonical(written)).isEqualTo(canonical);
        assertThat(DigitalLink.canonical(canonical)).isEqualTo(canonical);
        assertThat(DigitalLink.isSame(written, canonical)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:id:sgtin:4012345.01111.9876",
        "urn:epc:id:sgtin:4012345.011111",
        "urn:epc:id:sgtin:4012345.01111x.9",
        "urn:epc:id:sgtin:4012345.011111.*",
        "urn:epc:id:gid:1.2.3",
        "urn:epc:class:",
        "urn:epc:",
        "urn:epcglobal:cbv:bt:4012345000009:ASN1099",
        "https://example.com/01/12345/21/9",
        "https://example.com/01/04012345999990/21",
        "https://example.com/01/04012345999990/99/1",
        "https://example.com",
        "http://transaction.acme.com/po/12345678",
        "geo:42.698334,23.319941"
    })
    void otherNamesStayAsTheyAre(String uri) {
        assertThat(DigitalLink.canonical(uri)).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:epc:idpat:sgtin:0614141.*.*,     https://id.gs1.org/01/_0614141%/21/%",
        "urn:epc:idpat:sgtin:*.*.*,           https://id.gs1.org/01/_%/21/%",
        "urn:epc:idpat:sscc:0614141.*,        https://id.gs1.org/00/_0614141%",
        "urn:epc:idpat:grai:0614141.*.*,      https://id.gs1.org/8003/00614141%",
        "urn:epc:idpat:giai:0614141.*,        https://id.gs1.org/8004/0614141%",
        "urn:epc:idpat:gid:95100000.12_4.*,   urn:epc:id:gid:95100000.12\\_4.%",
        "urn:epc:idpat:sgtin:0614141.*.7,     ",
        "urn:epc:idpat:sgtin:*.112345.*,      ",
        "urn:epc:idpat:sgtin:06141x1.*.*,     ",
        "urn:epc:idpat:sgtin,                 ",
        "urn:epc:id:sgtin:0614141.*.*,        "
    })
    void patternsTellWhatNamesLookLike(String pattern, @Nullable String like) {
        assertThat(DigitalLink.like(pattern)).isEqualTo(Optional.ofNullable(like));
    }

    @Test
    void noTextIsTooOdd() {
        Property.forAll(
                500,
                random -> {
                    StringBuilder text = new StringBuilder("urn:epc:id:");
                    if (random.nextBoolean()) {
                        text = new StringBuilder("https://a/");
                    }
                    String alphabet = "01.:/%*?#sgtincl2é";
                    for (int i = random.nextInt(30); i > 0; i--) {
                        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    String once = DigitalLink.canonical(text.toString());
                    assertThat(DigitalLink.canonical(once)).isEqualTo(once);
                });
    }
}
