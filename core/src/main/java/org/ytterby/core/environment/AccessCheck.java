package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The gate on capacity: whether a project may be built, and which plants are below the line.
///
/// @param answers of every condition that binds, in the order of the conditions
public record AccessCheck(String id, List<Answer> answers) {
    /// A proposed project, or a plant that runs.
    ///
    /// @param kinds what it is, in the words of the conditions, such as `separation-ionic`
    /// @param figures by indicator, capacity among them
    public record Plant(String id, String name, Set<String> kinds, Map<String, Evidence> figures) {
        public Plant {
            kinds = Set.copyOf(kinds);
            figures = Map.copyOf(figures);
        }
    }

    /// What one condition says.
    public record Answer(Condition condition, Judgement judgement, @Nullable Evidence evidence) {}

    /// Asks every condition that binds a plant of its kinds on a day.
    public static AccessCheck of(Plant plant, List<Condition> conditions, long atMicros) {
        List<Answer> answers = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition.binds(plant.kinds(), atMicros)) {
                Evidence evidence = plant.figures().get(condition.indicator());
                answers.add(new Answer(condition, condition.judge(evidence, atMicros), evidence));
            }
        }
        return new AccessCheck(plant.id(), List.copyOf(answers));
    }

    /// Whether it is admitted: every condition is met, and at least one was asked.
    public boolean isAdmitted() {
        return !answers.isEmpty() && answers.stream().allMatch(a -> a.judgement() == Judgement.MET);
    }

    /// Conditions that are not met, be it shown or not proven.
    public List<Answer> open() {
        return answers.stream().filter(a -> a.judgement() != Judgement.MET).toList();
    }

    /// Plants that break a condition by a proven figure, by id: who has to leave. Those that only
    /// lack proof are not in it.
    public static List<AccessCheck> exitList(
            List<Plant> register, List<Condition> conditions, long atMicros) {
        return register.stream()
                .map(plant -> of(plant, conditions, atMicros))
                .filter(check ->
                        check.answers.stream().anyMatch(a -> a.judgement() == Judgement.BROKEN))
                .sorted(Comparator.comparing(AccessCheck::id))
                .toList();
    }
}
