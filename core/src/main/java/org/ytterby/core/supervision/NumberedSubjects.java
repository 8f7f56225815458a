package org.ytterby.core.supervision;

import java.util.Arrays;
import java.util.function.IntFunction;

/// Subjects of one rule by the million: a number and a p-value each, 12 bytes.
///
/// All are held until all are judged, and nearly none is believed. What a finding says beyond the
/// p-value is computed anew from the number.
final class NumberedSubjects implements Subjects {
    private final Rule rule;
    private final IntFunction<Draft> draftOf;
    private int[] numbers = new int[16];
    private double[] p = new double[16];
    private int size;

    /// @param draftOf writes the finding about the subject with a number
    NumberedSubjects(Rule rule, IntFunction<Draft> draftOf) {
        this.rule = rule;
        this.draftOf = draftOf;
    }

    /// @param number of a line, record or lot, as the rule likes
    /// @param pValue `0..1`
    /// @throws IllegalArgumentException if that is no probability
    void add(int number, double pValue) {
        Suspicion.requireProbability(rule, pValue);
        if (size == numbers.length) {
            int room = size + size / 2;
            numbers = Arrays.copyOf(numbers, room);
            p = Arrays.copyOf(p, room);
        }
        numbers[size] = number;
        p[size++] = pValue;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Rule rule(int i) {
        return rule;
    }

    @Override
    public double p(int i) {
        return p[i];
    }

    @Override
    public Draft draft(int i) {
        return draftOf.apply(numbers[i]);
    }
}
