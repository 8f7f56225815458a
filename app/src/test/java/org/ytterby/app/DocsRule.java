package org.ytterby.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ytterby.core.supervision.Rule;

/// What the documents promise, each with a file that breaks it.
enum DocsRule {
    LINKS_RESOLVE("docs/a.md", "[gone](../gone.md) [web](https://example.org) [here](#a)\n") {
        @Override
        List<String> broken(SourceTree tree) {
            List<String> found = new ArrayList<>();
            for (String path : tree.paths(".*\\.md")) {
                for (MatchResult link :
                        all("\\]\\(([^)#\\s]+)(#[^)\\s]*)?\\)", prose(tree.text(path)))) {
                    String target = link.group(1);
                    if (!target.matches("[a-z]+:.*") && !resolves(tree, path, target)) {
                        found.add(path + ": " + target);
                    }
                }
            }
            return found;
        }
    },
    RULES_ARE_LISTED_IN_ORDER("docs/reference/rules.md", "| `plan-exceeded` |\n") {
        @Override
        List<String> broken(SourceTree tree) {
            if (!tree.has(path())) {
                return List.of();
            }
            List<String> codes = Arrays.stream(Rule.values()).map(Rule::code).toList();
            List<String> headings =
                    all("(?m)^## `?([a-z-]+)`?$", tree.text(path())).stream()
                            .map(heading -> heading.group(1))
                            .toList();
            return headings.equals(codes) ? List.of() : List.of(headings + " are not " + codes);
        }
    },
    MODULES_ARE_THOSE_OF_THE_BUILD(
            "ARCHITECTURE.md", "## Modules\n\n| module |\n|---|\n| `core` | |\n") {
        @Override
        List<String> broken(SourceTree tree) {
            if (!tree.has(path())) {
                return List.of();
            }
            String section =
                    tree.text(path()).replaceFirst("(?s)^.*?\n## Modules\\b|^## Modules\\b", "");
            section = section.replaceFirst("(?s)\n## .*", "");
            Set<String> described = groups("(?m)^\\| `([a-z]+)`", section);
            Set<String> built = groups("<module>(.*?)</module>", tree.text("pom.xml"));
            return described.equals(built)
                    ? List.of()
                    : List.of("described " + described + ", built " + built);
        }
    },
    TESTS_OF_FORMULAS_EXIST("docs/formulas.md", "| x | `GoneProperties` |\n") {
        @Override
        List<String> broken(SourceTree tree) {
            Set<String> named =
                    groups("`(\\w+(?:Test|Properties|IT))`", tree.text("docs/formulas.md"));
            named.removeIf(name -> !tree.paths(".*/" + name + "\\.java").isEmpty());
            return List.copyOf(named);
        }
    },
    READMES_SHOW_BOTH_COMMANDS("README.zh-CN.md", "```\n./ytterby test\n```\n") {
        @Override
        List<String> broken(SourceTree tree) {
            List<String> found = new ArrayList<>();
            for (String readme : List.of("README.md", "README.zh-CN.md")) {
                for (String command : List.of("./ytterby reconcile ", "./ytterby test")) {
                    if (tree.has(readme) && !tree.text(readme).contains("\n" + command)) {
                        found.add(readme + ": " + command);
                    }
                }
            }
            return found;
        }
    };

    private final String path;
    private final String text;

    DocsRule(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// Every place that breaks the rule.
    abstract List<String> broken(SourceTree tree);

    /// Path of a file that breaks the rule, the document that it is about.
    String path() {
        return path;
    }

    /// Content of a file that breaks the rule.
    String text() {
        return text;
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static Set<String> groups(String pattern, String text) {
        return all(pattern, text).stream()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A document without its code.
    private static String prose(String markdown) {
        return markdown.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }

    private static boolean resolves(SourceTree tree, String from, String target) {
        return tree.exists(Path.of(from).resolveSibling(target));
    }
}
