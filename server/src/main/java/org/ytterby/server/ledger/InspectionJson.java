package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.InspectionStep;

/// Steps on site, as members of an entry and back.
final class InspectionJson {
    private static final String INTACT = "intact";
    private static final String YES = "yes";
    private static final String NO = "no";

    private InspectionJson() {}

    static CanonicalJson with(CanonicalJson json, InspectionStep step) {
        return switch (step) {
            case InspectionStep.Visited(String found) -> json.with("found", found);
            case InspectionStep.Sealed(String seal, String place) ->
                    json.with("seal", seal).with("place", place);
            case InspectionStep.Unsealed(String seal, boolean isIntact, String remark) ->
                    intact(json.with("seal", seal), isIntact).with("remark", remark);
            case InspectionStep.Sampled(String sample, String lot, String seal, String material) ->
                    json.with("sample", sample)
                            .with("lot", lot)
                            .with("seal", seal)
                            .with("material", material);
            case InspectionStep.Dispatched(String sample, String to) ->
                    json.with("sample", sample).with("to", to);
            case InspectionStep.Received(String sample, boolean isIntact, String remark) ->
                    intact(json.with("sample", sample), isIntact).with("remark", remark);
            case InspectionStep.Resulted(String sample, String assay, String result) ->
                    json.with("sample", sample).with("assay", assay).with("result", result);
        };
    }

    private static CanonicalJson intact(CanonicalJson json, boolean isIntact) {
        return json.with(INTACT, isIntact ? YES : NO);
    }

    /// @throws IllegalArgumentException unless the code is one of a step on site
    static InspectionStep step(String code, EntryMembers members) {
        return switch (code) {
            case "visited" -> new InspectionStep.Visited(members.text("found"));
            case "sealed" -> new InspectionStep.Sealed(members.text("seal"), members.text("place"));
            case "unsealed" ->
                    new InspectionStep.Unsealed(
                            members.text("seal"), isIntact(members), members.text("remark"));
            case "sampled" ->
                    new InspectionStep.Sampled(
                            members.text("sample"),
                            members.text("lot"),
                            members.text("seal"),
                            members.text("material"));
            case "dispatched" ->
                    new InspectionStep.Dispatched(members.text("sample"), members.text("to"));
            case "received" ->
                    new InspectionStep.Received(
                            members.text("sample"), isIntact(members), members.text("remark"));
            case "resulted" ->
                    new InspectionStep.Resulted(
                            members.text("sample"), members.text("assay"), members.text("result"));
            default -> throw new IllegalArgumentException("no step of a case: " + code);
        };
    }

    private static boolean isIntact(EntryMembers members) {
        return switch (members.text(INTACT)) {
            case YES -> true;
            case NO -> false;
            case String other -> throw new IllegalArgumentException("neither yes nor no: " + other);
        };
    }
}
