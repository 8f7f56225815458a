package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.testing.Property;

/// Whatever is typed, a command answers or says what it cannot do, and harms no terminal.
///
/// The number of cases is a fortieth of the system property `ytterby.fuzz-cases`.
class CommandLineAttackProperties {
    private static final int CASES =
            Math.max(1, Integer.getInteger("ytterby.fuzz-cases", 10_000) / 40);
    private static final int WORDS_MAX = 6;
    private static final List<String> WORDS =
            List.of(
                    "reconcile",
                    "trace",
                    "explain",
                    "--false-alarms",
                    "--attribution",
                    "--lot",
                    "--fail-on",
                    "--limit",
                    "--json",
                    "--lang",
                    "--help",
                    "--version",
                    "--out",
                    "--nonsense",
                    "--",
                    "all",
                    "high",
                    "zh",
                    "en",
                    "",
                    " ",
                    "0",
                    "-1",
                    "0.05",
                    "1",
                    "NaN",
                    "Infinity",
                    "1e308",
                    "99999999999999999999",
                    "１２",
                    "=1+1",
                    "@nowhere",
                    "no-plan",
                    "no-plan:",
                    ":",
                    "inventory-gain:SEP-1:2",
                    "\u001b[2J",
                    "\u202Ex",
                    "\u0000",
                    "x".repeat(5_000),
                    "../../etc/passwd",
                    "%s%n",
                    "${sys:user.home}",
                    "稀土");

    @TempDir Path folder;

    @BeforeEach
    void writeAPackage() throws IOException {
        Map<String, String> tables =
                Map.of(
                        "parties.csv", "party,name,kind\nP,\u001b[31mParty,foreign\n",
                        "facilities.csv", "facility,party,stage\nF,P,port\n",
                        "products.csv", "product,name,stage\nnd,Nd,separated\n",
                        "assays.csv", "assay,subject,basis,Nd\nA,nd,element,0.85\n",
                        "flows.csv",
                                """
                                record,type,time,facility,direction,lot,product,mass_kg,partner,destination,document
                                R1,import,2019-01-05,F,in,L\u001b[2J1,nd,10,JP,,
                                R2,export,2019-01-06,F,out,\u202EL2,nd,10,P,JP,LIC
                                """);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
    }

    @Test
    void whateverIsTypedIsAnswered() {
        Property.forAll(CASES, this::check);
    }

    private void check(RandomGenerator random) {
        List<String> args = new ArrayList<>();
        args.add(WORDS.get(random.nextInt(3)));
        if (random.nextInt(10) > 0) {
            args.add(folder.toString());
        }
        int words = random.nextInt(WORDS_MAX);
        for (int i = 0; i < words; i++) {
            args.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        if (args.getFirst().equals("reconcile")) {
            args.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Ytterby.run(out, err, args.toArray(String[]::new));
        assertThat(status).as("status of %s", args).isBetween(0, 3);
        String said = out.toString() + err;
        assertThat(said).as("words of %s", args).isNotBlank().doesNotContain("\tat ");
        assertThat(said.replaceAll("\u001b\\[[0-9;]*m", ""))
                .as("words of %s", args)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
    }
}
