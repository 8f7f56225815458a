package org.ytterby.core.ledger.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Seals, samples, tasks and the correction of a case as they stand after its steps.
///
/// @param seals by number, with whether they are still on
/// @param samples by name
/// @param tasks by name
/// @param correction the last that was ordered; empty if none was
public record CaseParts(
        Map<String, Boolean> seals,
        Map<String, Sample> samples,
        Map<String, Task> tasks,
        Optional<Correction> correction) {
    public CaseParts {
        seals = Collections.unmodifiableMap(new LinkedHashMap<>(seals));
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    }

    /// A sample and where it is.
    ///
    /// @param lot from which it was taken; empty where it is of none
    /// @param holder who holds it, or sent it and waits until it came
    /// @param sentTo whereto it is underway; empty while somebody holds it
    /// @param results how often somebody told what it is
    public record Sample(String name, String lot, String holder, String sentTo, int results) {
        /// Whether somebody has it in their hands.
        public boolean isHeldBy(String organisation) {
            return sentTo.isEmpty() && holder.equals(organisation);
        }
    }

    /// What a department was asked for.
    ///
    /// @param dueMicros until when it is awaited, microseconds since 1970
    public record Task(
            String name, String organisation, String request, long dueMicros, boolean isAnswered) {
        private Task answered() {
            return new Task(name, organisation, request, dueMicros, true);
        }
    }

    /// What the enterprise has to correct.
    ///
    /// @param dueMicros until when it has to report, microseconds since 1970
    public record Correction(State state, long dueMicros) {
        /// How far it is.
        public enum State {
            ORDERED,
            REPORTED,
            CORRECTED,
            NOT_CORRECTED
        }

        /// Whether somebody still has to do something.
        boolean isPending() {
            return switch (state) {
                case ORDERED, REPORTED -> true;
                case CORRECTED, NOT_CORRECTED -> false;
            };
        }
    }

    /// Whether a seal is on.
    boolean isOn(String seal) {
        return seals.getOrDefault(seal, false);
    }

    /// O(steps).
    static CaseParts of(List<Entry.Stepped> steps) {
        Map<String, Boolean> seals = new LinkedHashMap<>();
        Map<String, Sample> samples = new LinkedHashMap<>();
        Map<String, Task> tasks = new LinkedHashMap<>();
        Optional<Correction> correction = Optional.empty();
        for (Entry.Stepped next : steps) {
            switch (next.step()) {
                case InspectionStep step -> inspected(seals, samples, step, next.organisation());
                case TaskStep.Tasked(String task, String to, String request, long due) ->
                        tasks.put(task, new Task(task, to, request, due, false));
                case TaskStep.Answered(String task, String _) ->
                        tasks.computeIfPresent(task, (_, t) -> t.answered());
                case CorrectionStep step -> correction = Optional.of(corrected(step, correction));
                case CaseStep.Opened _,
                        CaseStep.Asked _,
                        CaseStep.Replied _,
                        CaseStep.Noted _,
                        CaseStep.Decided _,
                        CaseStep.Penalised _,
                        AppealStep _,
                        CaseStep.Closed _ -> {}
            }
        }
        return new CaseParts(seals, samples, tasks, correction);
    }

    private static Correction corrected(CorrectionStep step, Optional<Correction> before) {
        long due = before.map(Correction::dueMicros).orElse(0L);
        return switch (step) {
            case CorrectionStep.Ordered(String _, long until) ->
                    new Correction(Correction.State.ORDERED, until);
            case CorrectionStep.Reported _ -> new Correction(Correction.State.REPORTED, due);
            case CorrectionStep.Checked(boolean isEnough, String _) ->
                    new Correction(
                            isEnough ? Correction.State.CORRECTED : Correction.State.NOT_CORRECTED,
                            due);
        };
    }

    private static void inspected(
            Map<String, Boolean> seals,
            Map<String, Sample> samples,
            InspectionStep step,
            String organisation) {
        switch (step) {
            case InspectionStep.Visited _ -> {}
            case InspectionStep.Sealed(String seal, String _) -> seals.put(seal, true);
            case InspectionStep.Unsealed(String seal, boolean _, String _) ->
                    seals.put(seal, false);
            case InspectionStep.Sampled(String sample, String lot, String seal, String _) -> {
                seals.put(seal, true);
                samples.put(sample, new Sample(sample, lot, organisation, "", 0));
            }
            case InspectionStep.Dispatched(String sample, String to) ->
                    samples.computeIfPresent(
                            sample,
                            (_, s) -> new Sample(sample, s.lot(), s.holder(), to, s.results()));
            case InspectionStep.Received(String sample, boolean _, String _) ->
                    samples.computeIfPresent(
                            sample,
                            (_, s) -> new Sample(sample, s.lot(), organisation, "", s.results()));
            case InspectionStep.Resulted(String sample, String _, String _) ->
                    samples.computeIfPresent(
                            sample,
                            (_, s) ->
                                    new Sample(
                                            sample,
                                            s.lot(),
                                            s.holder(),
                                            s.sentTo(),
                                            s.results() + 1));
        }
    }

    /// Everybody whom a step names as a helper: departments with tasks, and whom samples were sent.
    public static Set<String> helpers(List<Entry.Stepped> steps) {
        Set<String> all = new LinkedHashSet<>();
        for (Entry.Stepped next : steps) {
            if (next.step() instanceof TaskStep.Tasked tasked) {
                all.add(tasked.organisation());
            } else if (next.step() instanceof InspectionStep.Dispatched dispatched) {
                all.add(dispatched.to());
            }
        }
        return all;
    }
}
