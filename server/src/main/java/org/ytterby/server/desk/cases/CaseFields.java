package org.ytterby.server.desk.cases;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the page of each action asks for: names of fields with their kinds.
///
/// | kind | what is written |
/// |---|---|
/// | `area`, `text` | words |
/// | `day` | a date |
/// | `yuan` | an amount of money |
/// | `person`, `part` | one of a list |
/// | `organisation`, `clause` | words, some of them suggested |
/// | `ruling`, `intact` | one of two |
/// | `outcome` | one of three |
final class CaseFields {
    private static final String AREA = "area";
    private static final String TEXT = "text";
    private static final String DAY = "day";
    private static final String PART = "part";

    private CaseFields() {}

    /// @param isTipOff whether the case looks into a tip-off, which does not say whom it concerns
    static Map<String, String> of(CaseAction action, boolean isTipOff) {
        return switch (action) {
            case OPENING ->
                    isTipOff
                            ? fields("assigned", "person", "party", TEXT, "facility", TEXT)
                            : fields("assigned", "person");
            case QUESTION -> fields("question", AREA, "due", DAY);
            case REPLY -> fields("reply", AREA);
            case NOTE -> fields("evidence", AREA);
            case DECISION -> fields("ruling", "ruling", "reason", AREA, "clause", "clause");
            case PENALTY -> fields("clause", "clause", "fine", "yuan", "reason", AREA);
            case APPEAL -> fields("penalty", PART, "ground", AREA);
            case RULE ->
                    fields("penalty", PART, "outcome", "outcome", "fine", "yuan", "reason", AREA);
            case ORDER -> fields("order", AREA, "due", DAY);
            case REPORT -> fields("report", AREA);
            case CHECK -> fields("ruling", "ruling", "reason", AREA);
            case CLOSURE -> fields("reason", AREA);
            case VISIT -> fields("found", AREA);
            case SEAL -> fields("seal", TEXT, "place", AREA);
            case UNSEAL -> fields("seal", PART, "intact", "intact", "remark", AREA);
            case SAMPLE -> fields("sample", TEXT, "seal", TEXT, "lot", TEXT, "material", AREA);
            case DISPATCH -> fields("sample", PART, "to", "organisation");
            case RECEIVE -> fields("sample", PART, "intact", "intact", "remark", AREA);
            case RESULT -> fields("sample", PART, "assay", TEXT, "result", AREA);
            case TASK -> fields("task", TEXT, "to", "organisation", "request", AREA, "due", DAY);
            case ANSWER -> fields("task", PART, "answer", AREA);
        };
    }

    private static Map<String, String> fields(String... namesAndKinds) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            fields.put(namesAndKinds[i], namesAndKinds[i + 1]);
        }
        return fields;
    }
}
