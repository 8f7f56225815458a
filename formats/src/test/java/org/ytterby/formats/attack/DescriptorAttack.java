package org.ytterby.formats.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// A `datapackage.json` that lies, or is none.
enum DescriptorAttack implements Attack {
    HONEST((file, _) -> resources(file, "\"" + file + "\"")),
    ELSEWHERE((file, random) ->
            resources(
                    file,
                    "\""
                            + Attack.one(
                                    random,
                                    "../" + file,
                                    "x/../../" + file,
                                    "/etc/passwd",
                                    "C:" + file,
                                    "..\\\\" + file,
                                    "\\\\\\\\host\\\\share",
                                    "file:///etc/passwd",
                                    "https://example.org/" + file,
                                    "%2e%2e/" + file,
                                    "./" + file,
                                    ".",
                                    "..",
                                    "",
                                    "\\u0000" + file,
                                    "\\ud800" + file,
                                    "missing.csv",
                                    "x".repeat(5000))
                            + "\"")),
    SEVERAL_FILES((file, _) -> resources(file, "[\"" + file + "\",\"flows.csv\"]")),
    ANOTHER_TABLES_FILE((file, random) ->
            resources(
                    file,
                    "\"" + Attack.one(random, "flows.csv", "parties.csv", "assays.csv") + "\"")),
    NO_TEXT((file, random) ->
            resources(
                    file,
                    Attack.one(random, "7", "null", "true", "{}", "[]", "[[]]", "1e999999999"))),
    NO_RESOURCES((_, random) ->
            Attack.one(
                    random,
                    "",
                    " ",
                    "7",
                    "null",
                    "[]",
                    "{}",
                    "\"flows.csv\"",
                    "{\"resources\":7}",
                    "{\"resources\":{\"name\":\"flows\"}}",
                    "{\"resources\":[null,7,[],{}]}")),
    BROKEN((file, random) -> {
        String whole = resources(file, "\"" + file + "\"");
        return whole.substring(0, random.nextInt(whole.length()));
    }),
    DEEP((_, random) -> Attack.one(random, "[", "{\"a\":").repeat(1 + random.nextInt(20_000))),
    SAME_KEY_TWICE((file, _) ->
            "{\"resources\":[],\"resources\":[{\"name\":\"flows\",\"path\":\"" + file + "\"}]}"),
    CONTROL_CHARACTERS((file, random) ->
            resources(
                    file,
                    Attack.one(
                            random, "\"\u001b[2J\"", "\"\\u001b[2J\"", "\"\\u202e\"", "\u0007"))),
    MANY_RESOURCES((file, random) -> {
        String one = "{\"name\":\"n\",\"path\":\"" + file + "\"},";
        return "{\"resources\":[" + one.repeat(1 + random.nextInt(2_000)) + "{}]}";
    });

    static final String FILE = "datapackage.json";

    private final BiFunction<String, RandomGenerator, String> json;

    DescriptorAttack(BiFunction<String, RandomGenerator, String> json) {
        this.json = json;
    }

    @Override
    public void on(SmallPackage files, String file, RandomGenerator random) {
        files.put(FILE, json.apply(file, random).getBytes(StandardCharsets.UTF_8));
    }

    /// @param path JSON of the path
    private static String resources(String file, String path) {
        String name = file.replace(".csv", "");
        return "{\"resources\":"
                + List.of("{\"name\":\"" + name + "\",\"path\":" + path + "}")
                + "}";
    }
}
