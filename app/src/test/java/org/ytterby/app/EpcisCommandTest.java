package org.ytterby.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EpcisCommandTest {
    private static final String EVENT =
            """
            {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
             "type": "ObjectEvent", "action": "OBSERVE", "epcList": ["urn:epc:id:sscc:4012345.0000000333"],
             "eventTime": "2020-03-04T11:00:30.000+01:00", "eventTimeZoneOffset": "+01:00"}
            """;

    @TempDir private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void hashPrintsFileIndexAndHash() throws IOException {
        String file = file("a.json", "[" + EVENT + "," + EVENT + "]");
        Shell shell = Shell.run(new EpcisCommand(), "hash", file);
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("\\Q" + file + "\\E\t0\tni:///sha-256;[0-9a-f]{64}\\?ver=CBV2\\.0");
    }

    @Test
    void theTextThatIsHashedCanBeSeen() throws IOException {
        Shell shell = Shell.run(new EpcisCommand(), "hash", "--pre-hash", file("a.json", EVENT));
        assertThat(shell.out()).contains("epcListepc=https://id.gs1.org/00/040123450000003338");
    }

    @Test
    void aBadFileDoesNotHideAGoodOne() throws IOException {
        String bad = file("bad.json", "{\n oops");
        Shell shell =
                Shell.run(new EpcisCommand(), "hash", "--lang", "zh", bad, file("a.json", EVENT));
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(shell.err()).contains("bad.json:2:", "不是有效的 JSON");
        assertThat(shell.out()).contains("ni:///sha-256;");
    }

    @Test
    void aMissingFileIsNamedAndTheOthersAreAnswered() throws IOException {
        String gone = folder.resolve("gone").toString();
        String good = file("good.json", EVENT);
        Shell hash = Shell.run(new EpcisCommand(), "hash", "--json", gone, good);
        assertThat(hash.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(hash.err()).contains("gone");
        assertThat(JsonMapper.shared().readTree(hash.out()).size()).isEqualTo(1);
        Shell validate = Shell.run(new EpcisCommand(), "validate", gone, good);
        assertThat(validate.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(validate.out()).contains("gone", good + ": ");
    }

    @Test
    void whatTheSenderWroteForgesNoLine() throws IOException {
        String forged = file("a.json", EVENT.replace("\"action\"", "\"x\\ngood.json: valid\""));
        Shell shell = Shell.run(new EpcisCommand(), "validate", "--lang", "en", forged);
        assertThat(shell.out().lines()).allMatch(line -> line.startsWith(forged + ": "));
        String twice =
                EVENT.replace(
                        "\"action\"", "\"x\\ngood.json\": 1, \"x\\ngood.json\": 2, \"action\"");
        assertThat(Shell.run(new EpcisCommand(), "validate", file("b.json", twice)).out().lines())
                .allMatch(line -> line.contains("b.json: "));
    }

    @Test
    void anUnreadableFileIsToldWithItsPlace() throws IOException {
        String bad = file("bad.json", "{\n oops");
        Shell shell = Shell.run(new EpcisCommand(), "validate", "--lang", "en", bad);
        assertThat(shell.out()).startsWith(bad + ": 2:").doesNotContain(" = ");
    }

    @Test
    void validateNamesFieldValueAndWhatWouldBeRight() throws IOException {
        String file = file("a.json", EVENT.replace("OBSERVE", "OBSERV"));
        Shell shell = Shell.run(new EpcisCommand(), "validate", "--lang", "en", file);
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        assertThat(shell.out())
                .contains(file + ": /action = \"OBSERV\": ", "did you mean OBSERVE?");
        assertThat(Shell.run(new EpcisCommand(), "validate", "--lang", "zh", file).out())
                .contains("是否为 OBSERVE？");
    }

    @Test
    void validateSpeaksJson() throws IOException {
        String good = file("good.json", EVENT);
        String bad = file("bad.json", EVENT.replace("\"eventTime\"", "\"recordTime\""));
        Shell shell = Shell.run(new EpcisCommand(), "validate", "--json", good, bad);
        assertThat(shell.status()).isEqualTo(ExitCode.PARTIAL);
        JsonNode answer = JsonMapper.shared().readTree(shell.out());
        assertThat(answer.get(0).get("valid").asBoolean()).isTrue();
        assertThat(answer.get(1).get("errors").get(0).get("field").asString())
                .isEqualTo("eventTime");
    }

    @Test
    void aMemberThatStandsTwiceIsANote() throws IOException {
        String twice =
                EVENT.replace(
                        "\"action\"",
                        "\"eventID\": \"urn:a:1\", \"eventID\": \"urn:a:2\", \"action\"");
        Shell shell =
                Shell.run(new EpcisCommand(), "validate", "--lang", "en", file("a.json", twice));
        assertThat(shell.status()).isEqualTo(ExitCode.DONE);
        assertThat(shell.out()).contains("eventID stands twice", "valid, events: 1");
    }
}
