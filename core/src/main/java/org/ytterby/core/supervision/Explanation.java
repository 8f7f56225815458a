package org.ytterby.core.supervision;

import java.util.List;

/// Why a finding was made, as data: what the rule says, what it rests on, and every step of the
/// arithmetic.
///
/// @param rank place of the finding among all, 1 for the most serious
/// @param rule what the rule says
/// @param source where the contract says so
/// @param evidence the records it rests on, line by line
/// @param working the arithmetic, ending in the finding's mass, uncertainty and p-value
/// @param judgement how the p-value became a q-value; empty for a rule of logic
/// @param next what to do now, first things first
public record Explanation(
        int rank,
        Finding finding,
        Text rule,
        Text source,
        List<Exhibit> evidence,
        List<Exhibit> working,
        List<Exhibit> judgement,
        List<Text> next) {
    public Explanation {
        evidence = List.copyOf(evidence);
        working = List.copyOf(working);
        judgement = List.copyOf(judgement);
        next = List.copyOf(next);
    }
}
