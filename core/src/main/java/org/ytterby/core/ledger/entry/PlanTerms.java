package org.ytterby.core.ledger.entry;

/// What a plan is for: amounts go between plans of the same terms alone.
///
/// @param year as the row of the plan has it
/// @param kind likewise
/// @param ore type of ore; empty for all, and for separation, which ignores it
record PlanTerms(String year, String kind, String ore) {
    static final String PLANS = "plans";
    private static final String MINING = "mining";

    static PlanTerms of(DeclaredRow plan) {
        String kind = plan.cell("kind").strip();
        return new PlanTerms(
                plan.cell("year").strip(),
                kind,
                kind.equals(MINING) ? plan.cell("ore_type").strip() : "");
    }
}
