package org.ytterby.server.epcis;

import org.springframework.http.HttpHeaders;

/// Headers of the standard.
final class Headers {
    static final String EPCIS_VERSION = "GS1-EPCIS-Version";
    static final String EPCIS_MIN = "GS1-EPCIS-Min";
    static final String EPCIS_MAX = "GS1-EPCIS-Max";
    static final String CBV_VERSION = "GS1-CBV-Version";
    static final String CBV_MIN = "GS1-CBV-Min";
    static final String CBV_MAX = "GS1-CBV-Max";
    static final String EPC_FORMAT = "GS1-EPC-Format";
    static final String CBV_XML_FORMAT = "GS1-CBV-XML-Format";
    static final String EXTENSIONS = "GS1-Extensions";
    static final String VENDOR_VERSION = "GS1-Vendor-Version";
    static final String CAPTURE_LIMIT = "GS1-EPCIS-Capture-Limit";
    static final String FILE_SIZE_LIMIT = "GS1-EPCIS-Capture-File-Size-Limit";
    static final String ERROR_BEHAVIOUR = "GS1-Capture-Error-Behaviour";
    static final String TOKEN_EXPIRES = "GS1-Next-Page-Token-Expires";
    static final String SIGNATURE = "GS1-Signature";

    /// The one version of both standards that is spoken.
    static final String VERSION = "2.0.0";

    static final String NEVER_TRANSLATES = "Never_Translates";
    static final String NO_PREFERENCE = "No_Preference";

    /// The extension that is understood, with its prefix.
    static final String UNDERSTOOD = "ytterby=https://ns.ytterby.org/epcis/";

    private Headers() {}

    /// Says how much is captured at once.
    static void limits(HttpHeaders to) {
        to.set(CAPTURE_LIMIT, Integer.toString(Reading.EVENTS_MAX));
        to.set(FILE_SIZE_LIMIT, Integer.toString(CaptureController.BYTES_MAX));
    }
}
