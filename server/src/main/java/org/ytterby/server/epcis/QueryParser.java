package org.ytterby.server.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.hash.Vocabulary;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.server.epcis.Condition.Comparison;

/// Reads the parameters of a SimpleEventQuery (EPCIS 2.0, section 8.2.7).
final class QueryParser {
    private static final Pattern COMPARED = Pattern.compile("(EQ|GT|GE|LT|LE)_(.+)");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(quantity|value|minValue|maxValue|meanValue|sDev|percRank|percValue)"
                            + "(?:_([A-Z0-9]{2,4}))?");
    private static final Pattern TIME =
            Pattern.compile("time|startTime|endTime|errorDeclaration_?Time");
    private static final Pattern PAIR =
            Pattern.compile("(bizTransaction|source|destination)_([^:]+|https?:.+|urn:.+)");
    private static final Pattern EXTENSION =
            Pattern.compile(
                    "((?:INNER_)?(?:ILMD_|ERROR_DECLARATION_|readPoint_|bizLocation_"
                            + "|SENSORELEMENT_|SENSORMETADATA_|SENSORREPORT_)?)([^:]+:.+)");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("(HASATTR|EQATTR)_([A-Za-z]+)(?:_(.+))?");

    /// The fields whose values may have attributes, with the paths of their terms.
    private static final Map<String, List<String>> ATTRIBUTED =
            Stream.of(
                            "readPoint",
                            "bizLocation",
                            "bizStep",
                            "disposition",
                            "epc",
                            "parentID",
                            "inputEPC",
                            "outputEPC",
                            "epcClass",
                            "inputEPCClass",
                            "outputEPCClass",
                            "transformationID")
                    .collect(Collectors.toMap(field -> field, List::of));

    private static final Map<String, List<String>> MATCHED =
            Map.of(
                    "epc", List.of("epc"),
                    "parentID", List.of("parentID"),
                    "inputEPC", List.of("inputEPC"),
                    "outputEPC", List.of("outputEPC"),
                    "anyEPC", List.of("epc", "inputEPC", "outputEPC", "parentID"),
                    "epcClass", List.of("epcClass"),
                    "inputEPCClass", List.of("inputEPCClass"),
                    "outputEPCClass", List.of("outputEPCClass"),
                    "anyEPCClass", List.of("epcClass", "inputEPCClass", "outputEPCClass"));

    private final Prefixes prefixes;
    private final Names names;
    private final List<Condition> conditions = new ArrayList<>();
    private final QueryControls controls = new QueryControls();

    private QueryParser(Prefixes prefixes) {
        this.prefixes = prefixes;
        names = prefixes.names();
    }

    /// @param parameters the values of each
    /// @throws EpcisProblem if one is unknown or malformed
    static Query parse(Map<String, List<String>> parameters, Prefixes prefixes) {
        QueryParser parser = new QueryParser(prefixes);
        parameters.forEach(parser::parameter);
        return parser.controls.query(parser.conditions);
    }

    private void parameter(String name, List<String> values) {
        Parameter parameter = new Parameter(name, values);
        if (!controls.takes(parameter)) {
            conditions.add(condition(parameter));
        }
    }

    private Condition condition(Parameter p) {
        String name = p.name();
        Condition known = known(p);
        if (known != null) {
            return known;
        }
        if (name.startsWith("MATCH_")) {
            return matched(p);
        }
        if (name.startsWith("EXISTS_")) {
            return exists(p);
        }
        Matcher attribute = ATTRIBUTE.matcher(name);
        if (attribute.matches()) {
            return attribute(p, attribute.group(1), attribute.group(2), attribute.group(3));
        }
        Matcher compared = COMPARED.matcher(name);
        if (compared.matches()) {
            return compared(p, Comparison.valueOf(compared.group(1)), compared.group(2));
        }
        throw p.unknown();
    }

    private @Nullable Condition known(Parameter p) {
        return switch (p.name()) {
            case "eventType" -> terms("eventType", p, names::expanded);
            case "EQ_action" -> terms("action", p.among("ADD", "OBSERVE", "DELETE"), v -> v);
            case "EQ_bizStep" -> terms("bizStep", p, vocabulary(Vocabulary.BIZ_STEP));
            case "EQ_disposition",
                    "EQ_persistentDisposition_set",
                    "EQ_persistentDisposition_unset" ->
                    terms(p.name().substring(3), p, vocabulary(Vocabulary.DISPOSITION));
            case "EQ_type", "EQ_exception" ->
                    terms(p.name().substring(3), p, vocabulary(Vocabulary.MEASUREMENT));
            case "EQ_component" -> terms("component", p, vocabulary(Vocabulary.COMPONENT));
            case "EQ_readPoint", "EQ_bizLocation", "EQ_transformationID" ->
                    terms(p.name().substring(3), p, this::uri);
            case "WD_readPoint", "WD_bizLocation" -> {
                List<String> places = p.values().stream().map(v -> Term.value(uri(v))).toList();
                yield new Condition.Within(p.name().substring(3), places);
            }
            case "EQ_eventID" -> new Condition.Ids(p.values());
            case "EQ_correctiveEventID" -> terms("correctiveEventID", p, v -> v);
            case "EQ_errorReason" -> terms("errorReason", p, v -> Happening.errorReason(v, names));
            case "EQ_booleanValue" -> terms("booleanValue", p.among("true", "false"), v -> v);
            case "GE_eventTime", "GT_eventTime", "LT_eventTime", "LE_eventTime" ->
                    bound(p, Condition.Time.HAPPENED);
            case "GE_recordTime", "GT_recordTime", "LT_recordTime", "LE_recordTime" ->
                    bound(p, Condition.Time.RECORDED);
            default -> null;
        };
    }

    private static Condition bound(Parameter p, Condition.Time time) {
        return new Condition.Bound(time, Comparison.valueOf(p.name().substring(0, 2)), p.time());
    }

    private UnaryOperator<String> vocabulary(Vocabulary part) {
        return word -> part.iri(word, names);
    }

    private String uri(String value) {
        return DigitalLink.canonical(names.expanded(value));
    }

    private static Condition terms(String path, Parameter p, UnaryOperator<String> form) {
        return new Condition.Terms(
                p.values().stream().map(v -> Term.of(path, form.apply(v))).toList(), true);
    }

    /// @param of name of the attribute; null where the values are names
    private Condition attribute(Parameter p, String kind, String field, @Nullable String of) {
        List<String> paths = ATTRIBUTED.get(field);
        if (paths == null || kind.equals("HASATTR") != (of == null)) {
            throw p.unknown();
        }
        return of == null
                ? new Condition.Attribute(
                        paths, p.values().stream().map(names::expanded).toList(), List.of())
                : new Condition.Attribute(
                        paths,
                        List.of(names.expanded(of)),
                        p.values().stream()
                                .flatMap(v -> Stream.of(v, Query.number(v)))
                                .distinct()
                                .toList());
    }

    /// Keys, or patterns: of all instances of a class, which has a key itself, or of more.
    private Condition matched(Parameter p) {
        List<String> paths = MATCHED.get(p.name().substring("MATCH_".length()));
        if (paths == null) {
            throw p.unknown();
        }
        List<String> terms = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (String value : p.values()) {
            String key = uri(value);
            boolean isPattern = value.endsWith("*") || value.startsWith("urn:epc:idpat:");
            if (isPattern && key.equals(value)) {
                String like = like(p, value);
                paths.forEach(path -> patterns.add(Term.prefix(path) + like));
                continue;
            }
            for (String path : paths) {
                terms.add(Term.of(path, key));
                if (isPattern) {
                    terms.add(Term.ofClass(path, key));
                }
            }
        }
        return patterns.isEmpty()
                ? new Condition.Terms(terms, true)
                : new Condition.Like(terms, patterns);
    }

    private static String like(Parameter p, String pattern) {
        return DigitalLink.like(pattern)
                .orElseThrow(() ->
                        p.malformed(
                                "no pattern of EPC URN whose last fields are open: " + pattern,
                                "不是末尾字段为 * 的 EPC URN 模式：" + pattern));
    }

    private Condition exists(Parameter p) {
        String field = p.name().substring("EXISTS_".length());
        boolean wanted = p.isTrueOrEmpty();
        if (field.equals("errorDeclaration") || field.equals("sensorElementList")) {
            return new Condition.Terms(List.of(Term.present(field)), wanted);
        }
        return new Condition.Terms(
                extension(p, field).stream().map(Term::present).toList(), wanted);
    }

    /// The paths of an extension field.
    private List<String> extension(Parameter p, String field) {
        Matcher m = EXTENSION.matcher(field);
        if (!m.matches()) {
            throw p.unknown();
        }
        return prefixes.fields(m.group(2)).stream().map(name -> m.group(1) + name).toList();
    }

    private Condition compared(Parameter p, Comparison comparison, String field) {
        Matcher number = NUMBER.matcher(field);
        if (number.matches()) {
            return new Condition.Numbers(
                    List.of(number.group(1)), number.group(2), comparison, p.numbers());
        }
        if (TIME.matcher(field).matches()) {
            String path = field.startsWith("error") ? "errorDeclarationTime" : field;
            return new Condition.Numbers(
                    List.of(path), null, comparison, List.of((double) p.time()));
        }
        if (comparison == Comparison.EQ) {
            return equal(p, field);
        }
        List<String> paths = extension(p, field);
        return new Condition.Numbers(paths, null, comparison, List.of(p.numberOrTime()));
    }

    private Condition equal(Parameter p, String field) {
        if (Sensors.URIS.contains(field)) {
            return terms(field, p, this::uri);
        }
        if (Sensors.TEXTS.contains(field)) {
            return terms(field, p, v -> v);
        }
        Matcher pair = PAIR.matcher(field);
        if (pair.matches()) {
            Vocabulary types =
                    pair.group(1).equals("bizTransaction")
                            ? Vocabulary.TRANSACTION_TYPE
                            : Vocabulary.SOURCE_DESTINATION_TYPE;
            return terms(pair.group(1) + "_" + types.iri(pair.group(2), names), p, this::uri);
        }
        List<String> terms = new ArrayList<>();
        for (String path : extension(p, field)) {
            for (String value : p.values()) {
                terms.add(Term.of(path, value));
                terms.add(Term.of(path, Query.number(value)));
            }
        }
        return new Condition.Terms(terms, true);
    }
}
