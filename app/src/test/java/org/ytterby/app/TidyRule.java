package org.ytterby.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What keeps the sources tidy, each with a file that breaks it.
///
/// The words that are looked for are put together, so that the rules do not find themselves.
enum TidyRule {
    SHORT_FILES("a/src/main/js/long.js", "x\n".repeat(501)) {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.paths(".*\\.(java|js|css|html)").stream()
                    .filter(path -> tree.text(path).lines().count() > FILE_LINES_MAX)
                    .toList();
        }
    },
    SHORT_METHODS(
            "a/src/main/java/A.java",
            "class A {\n    void a() {\n" + "        ;\n".repeat(60) + "    }\n}\n") {
        @Override
        List<String> broken(SourceTree tree) {
            List<String> found = new ArrayList<>();
            for (String path : tree.paths(JAVA)) {
                MethodLengths.over(METHOD_LINES_MAX, tree.text(path))
                        .forEach(method -> found.add(path + ":" + method));
            }
            return found;
        }
    },
    /// The sixteen elements are constants that formulas name one by one; a static import of all is
    /// fine.
    NO_STAR_IMPORT("a/src/test/java/A.java", "import java.util" + ".*;\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(JAVA, "^import (?!static)[\\w.]+\\.\\*;");
        }
    },
    NO_PRINTING("core/src/main/java/A.java", "class A { { System" + ".out.println(); } }\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(
                    "(?!(app|benchmarks)/).*/src/main/java/.*\\.java", "System\\.(out|err)\\b");
        }
    },
    NO_STACK_TRACES("app/src/main/java/A.java", "e.print" + "StackTrace();\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(JAVA, "print" + "StackTrace");
        }
    },
    NO_EMPTY_CATCH("app/src/main/java/A.java", "try { a(); } catch (Exception e) {\n}\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(
                    "(?!.*/TidyRule).*\\.(java|js)", "catch\\s*(\\([^)]*\\))?\\s*\\{\\s*\\}");
        }
    },
    TASKS_HAVE_ISSUES("a/src/main/js/a.js", "// TO" + "DO later\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(SOURCES, "\\b(TO" + "DO|FIX" + "ME)\\b(?!\\(#\\d+\\)).*");
        }
    },
    PACKAGES_SAY_WHAT_THEY_ARE("a/src/main/java/org/a/A.java", "package org.a;\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.paths(".*/src/main/java/.*\\.java").stream()
                    .map(path -> path.substring(0, path.lastIndexOf('/')) + "/package-info.java")
                    .distinct()
                    .filter(info ->
                            !tree.text(info).matches("(?s)/// \\w.*@NullMarked\\s+package .*"))
                    .toList();
        }
    },
    TEST_PACKAGES_SAY_WHAT_THEY_ARE(
            "a/src/test/java/org/a/package-info.java", "/// Tests.\npackage org.a;\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.paths(".*/src/test/java/.*/package-info\\.java").stream()
                    .filter(info ->
                            !tree.text(info).matches("(?s)/// \\w.*@NullMarked\\s+package .*"))
                    .toList();
        }
    },
    PACKAGES_ARE_IDEAS("a/src/main/java/org/a/util/A.java", "package org.a.util;\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.paths(
                    ".*/java/(.*/)?(utils?|common|helpers?|impl|dto|managers?)/[^/]+\\.java");
        }
    },
    NO_MACHINE_PATHS("docs/a.md", "see /" + "home/me/notes\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(
                    ".*",
                    "(?<![\\w.:/<])/(root|home/\\w+|Users/\\w+|tmp/\\w+|work/\\w+|private/var)\\b.*"
                            + "|\\b[A-Z]:\\\\+Users\\b.*");
        }
    },
    NO_REGISTRY_HOSTS("pom.xml", "<url>https://repo" + ".maven.apache.org/maven2</url>\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(
                    "(?!.*/TidyRule).*",
                    "(repo\\d?\\.maven|oss\\.sonatype|registry\\.npm|pypi\\.|pythonhosted|docker\\.io"
                            + "|ghcr\\.|artifactory|//nexus|//mirrors?\\.|maven\\.aliyun|proxy\\.golang).*");
        }
    },
    NO_TEST_IS_SWITCHED_OFF("a/src/test/java/ATest.java", "@Dis" + "abled\nclass ATest {}\n") {
        @Override
        List<String> broken(SourceTree tree) {
            return tree.matches(JAVA, "@(Dis" + "abled|Ign" + "ore)\\b");
        }
    },
    VERSIONS_STAND_IN_THE_PARENT("a/pom.xml", "<dependency><version>1</version></dependency>\n") {
        @Override
        List<String> broken(SourceTree tree) {
            List<String> found = new ArrayList<>();
            for (String path : tree.paths("[^/]+/pom\\.xml")) {
                String own = tree.text(path).replaceFirst("(?s)<parent>.*?</parent>", "");
                Matcher version = Pattern.compile("<version>.*?</version>").matcher(own);
                while (version.find()) {
                    found.add(path + ": " + version.group());
                }
            }
            Matcher literal =
                    Pattern.compile(
                                    "(?s)<(dependency|plugin|path)>(?:(?!</\\1>).)*?<version>[^$\\[].*?</version>")
                            .matcher(tree.text("pom.xml"));
            while (literal.find()) {
                found.add("pom.xml: " + literal.group().replaceAll("\\s+", " "));
            }
            return found;
        }
    },
    VERSIONS_ARE_SORTED(
            "pom.xml",
            "<properties>\n<b.version>1</b.version>\n<a.version>1</a.version>\n</properties>") {
        @Override
        List<String> broken(SourceTree tree) {
            List<String> found = new ArrayList<>();
            String before = "";
            for (String line : tree.text("pom.xml").lines().map(String::strip).toList()) {
                Matcher name = Pattern.compile("<([\\w.-]+)\\.version>.*").matcher(line);
                if (!name.matches()) {
                    before = ""; // another group
                    continue;
                }
                if (name.group(1).compareTo(before) < 0) {
                    found.add("pom.xml: " + name.group(1) + " after " + before);
                }
                before = name.group(1);
            }
            return found;
        }
    };

    private static final int FILE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 60;
    private static final String JAVA = ".*\\.java";
    private static final String SOURCES = "ytterby|.*\\.(java|js|css|html|xml|json|sh|yml)";

    private final String path;
    private final String text;

    TidyRule(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// Every place that breaks the rule.
    abstract List<String> broken(SourceTree tree);

    /// Path of a file that breaks the rule.
    String path() {
        return path;
    }

    /// Content of a file that breaks the rule.
    String text() {
        return text;
    }
}
