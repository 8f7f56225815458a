package org.ytterby.core.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What may use what in core, and what core never does.
final class CoreRules {
    /// Each package with the packages that it may use. A package that is missing here may not
    /// exist.
    static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("material", Set.of()),
                    Map.entry("proof", Set.of()),
                    Map.entry("screening", Set.of()),
                    Map.entry("ledger", Set.of("material")),
                    Map.entry("provenance", Set.of("material")),
                    Map.entry("genealogy", Set.of("material", "ledger")),
                    Map.entry("balance", Set.of("material", "ledger")),
                    Map.entry("environment", Set.of("material", "ledger")),
                    Map.entry("plan", Set.of("material", "ledger", "environment", "balance")),
                    Map.entry("growth", Set.of("ledger")),
                    Map.entry("chain", Set.of("material", "ledger", "genealogy", "plan", "growth")),
                    Map.entry(
                            "export",
                            Set.of("material", "ledger", "genealogy", "plan", "screening")),
                    Map.entry(
                            "supervision",
                            Set.of(
                                    "material",
                                    "ledger",
                                    "provenance",
                                    "genealogy",
                                    "balance",
                                    "environment",
                                    "plan",
                                    "export",
                                    "screening")));

    /// Beginnings of the names of classes that core may use beside its own.
    static final List<String> LIBRARIES =
            List.of(
                    "java.lang.",
                    "java.math.",
                    "java.nio.ByteOrder",
                    "java.nio.charset.",
                    "java.security.MessageDigest",
                    "java.security.NoSuchAlgorithmException",
                    "java.time.",
                    "java.util.",
                    "org.jspecify.annotations.",
                    "org.apache.commons.statistics.distribution.",
                    "org.bouncycastle.math.ec.rfc8032.Ed25519");

    /// Classes with effects, or whose answers change; with a dot at the end the whole package.
    private static final List<String> EFFECTS =
            List.of(
                    "java.io.",
                    "java.net.",
                    "java.nio.channels.",
                    "java.nio.file.",
                    "java.time.Clock",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.UUID",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.random.",
                    "java.security.KeyPairGenerator",
                    "java.security.SecureRandom");

    private static final Set<String> CHANGING_CALLS =
            Set.of("now", "currentTimeMillis", "nanoTime", "random", "getenv", "getProperty");

    private CoreRules() {}

    /// Packages below a root use only those that [#ARROWS] allows.
    static ArchRule arrows(String root) {
        return rule(
                "use only the packages that the list allows",
                (c, violations) -> {
                    String from = packageBelow(root, c);
                    Set<String> allowed = ARROWS.getOrDefault(from, Set.of());
                    if (!ARROWS.containsKey(from)) {
                        violations.add(c.getName() + ": package " + from + " is not in the list");
                    }
                    c.getDirectDependenciesFromSelf().stream()
                            .map(dependency -> packageBelow(root, dependency.getTargetClass()))
                            .filter(to ->
                                    !to.isEmpty() && !to.equals(from) && !allowed.contains(to))
                            .distinct()
                            .forEach(to -> violations.add(c.getName() + ": " + from + " → " + to));
                });
    }

    /// The first package below a root, empty for a class outside it.
    private static String packageBelow(String root, JavaClass c) {
        JavaClass plain = c.getBaseComponentType();
        String name = plain.getPackageName();
        return name.startsWith(root + ".")
                ? name.substring(root.length() + 1).split("\\.", -1)[0]
                : "";
    }

    /// Classes use only themselves and [#LIBRARIES].
    static ArchRule libraries(String root) {
        return rule(
                "use only the libraries that the list allows",
                (c, violations) ->
                        used(c).filter(to -> !to.startsWith(root + "."))
                                .filter(to -> LIBRARIES.stream().noneMatch(to::startsWith))
                                .forEach(to -> violations.add(c.getName() + " uses " + to)));
    }

    /// No files, network, clock, randomness, ids or environment.
    static ArchRule pureness() {
        return rule(
                "have no effects and give the same answer every time",
                (c, violations) -> {
                    used(c).filter(to -> EFFECTS.stream().anyMatch(effect -> isIn(to, effect)))
                            .forEach(to -> violations.add(c.getName() + " uses " + to));
                    c.getAccessesFromSelf().stream()
                            .filter(CoreRules::isChangingCall)
                            .forEach(call -> violations.add(call.getDescription()));
                });
    }

    /// Whether a class is the one of a name, nested in it, or in the package of a name.
    private static boolean isIn(String name, String of) {
        return of.endsWith(".")
                ? name.startsWith(of)
                : name.equals(of) || name.startsWith(of + "$");
    }

    private static boolean isChangingCall(JavaAccess<?> access) {
        return access.getTargetOwner().getName().startsWith("java.")
                && CHANGING_CALLS.contains(access.getTarget().getName());
    }

    private static Stream<String> used(JavaClass c) {
        return c.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getName)
                .distinct();
    }

    @FunctionalInterface
    private interface Search {
        void search(JavaClass c, List<String> violations);
    }

    private static ArchRule rule(String claim, Search search) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.alwaysTrue())
                .should(
                        new ArchCondition<JavaClass>(claim) {
                            @Override
                            public void check(JavaClass c, ConditionEvents events) {
                                List<String> violations = new ArrayList<>();
                                search.search(c, violations);
                                violations.forEach(
                                        v -> events.add(SimpleConditionEvent.violated(c, v)));
                            }
                        });
    }
}
