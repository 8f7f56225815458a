package org.ytterby.epcis.hash;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.schema.Schema;

/// Words of the Core Business Vocabulary, from any of their spellings to the URI in full.
public enum Vocabulary {
    BIZ_STEP("https://ref.gs1.org/cbv/BizStep-", words("bizStep")),
    DISPOSITION("https://ref.gs1.org/cbv/Disp-", words("disposition")),
    TRANSACTION_TYPE("https://ref.gs1.org/cbv/BTT-", words("bizTransaction", "type")),
    SOURCE_DESTINATION_TYPE("https://ref.gs1.org/cbv/SDT-", words("partyType")),
    COMPONENT("https://ref.gs1.org/cbv/Comp-", words("sensorReport", "component")),
    MEASUREMENT(
            "https://gs1.org/voc/",
            both(words("sensorReport", "type"), words("sensorReport", "exception")));

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
    private final Set<String> words;

    Vocabulary(String start, Set<String> words) {
        this.start = start;
        this.words = words;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String... path) {
        return Schema.epcis().words(path);
    }

    /// The URI of a word: a bare word of this part of the vocabulary is written out, and so is a
    /// known prefix; a URN of the vocabulary becomes its web address. Any other word stays bare.
    public String iri(String word, Names names) {
        if (word.indexOf(':') < 0) {
            return words.contains(word) ? start + word : word;
        }
        return ofUrn(names.expanded(word));
    }

    /// The bare word of a URI of this part of the vocabulary; any other value as it is.
    public String word(String iri) {
        return iri.startsWith(start) ? iri.substring(start.length()) : iri;
    }

    /// A value with the prefix that the vocabularies have in XML, in full; any other as it is.
    static String ofPrefix(String value) {
        if (value.startsWith("gs1:")) {
            return MEASUREMENT.start + value.substring("gs1:".length());
        }
        return value.startsWith("cbv:")
                ? "https://ref.gs1.org/cbv/" + value.substring("cbv:".length())
                : value;
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
