package org.ytterby.epcis.hash;

import java.util.Map;
import org.ytterby.epcis.Names;

/// Words of the Core Business Vocabulary, from any of their spellings to the URI in full.
public enum Vocabulary {
    BIZ_STEP("https://ref.gs1.org/cbv/BizStep-"),
    DISPOSITION("https://ref.gs1.org/cbv/Disp-"),
    TRANSACTION_TYPE("https://ref.gs1.org/cbv/BTT-"),
    SOURCE_DESTINATION_TYPE("https://ref.gs1.org/cbv/SDT-"),
    COMPONENT("https://ref.gs1.org/cbv/Comp-"),
    MEASUREMENT("https://gs1.org/voc/");

    private static final String URN = "urn:epcglobal:cbv:";

    /// Parts of the vocabulary in the spelling of EPCIS 1.
    private static final Map<String, String> URN_PARTS =
            Map.of(
                    "bizstep", BIZ_STEP.start,
                    "disp", DISPOSITION.start,
                    "btt", TRANSACTION_TYPE.start,
                    "sdt", SOURCE_DESTINATION_TYPE.start,
                    "er", "https://ref.gs1.org/cbv/ER-");

    private final String start;

    Vocabulary(String start) {
        this.start = start;
    }

    /// The URI of a word: a bare word belongs to this part of the vocabulary, a URN of the
    /// vocabulary becomes its web address, a known prefix is written out.
    public String iri(String word, Names names) {
        if (word.indexOf(':') < 0) {
            return start + word;
        }
        return ofUrn(names.expanded(word));
    }

    /// The bare word of a URI of this part of the vocabulary; any other value as it is.
    public String word(String iri) {
        return iri.startsWith(start) ? iri.substring(start.length()) : iri;
    }

    /// The web address of a URN of the vocabulary; any other value as it is.
    static String ofUrn(String value) {
        if (!value.startsWith(URN)) {
            return value;
        }
        int colon = value.indexOf(':', URN.length());
        String web = colon < 0 ? null : URN_PARTS.get(value.substring(URN.length(), colon));
        return web == null ? value : web + value.substring(colon + 1);
    }
}
