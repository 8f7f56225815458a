package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.json.Json;

/// Five events that tests ask for, and what they read in answers.
final class EpcisAnswers {
    /// The ids of the five events but for their last digit.
    static final String UUID_START = "urn:uuid:00000000-0000-4000-8000-00000000000";

    private EpcisAnswers() {}

    /// A document of the five events.
    static byte[] resource() throws IOException {
        try (var in =
                Objects.requireNonNull(EpcisAnswers.class.getResourceAsStream("events.json"))) {
            return in.readAllBytes();
        }
    }

    static List<Json.Members> events(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(200);
        return EpcisDocument.of(EpcisService.json(answer)).events().stream()
                .map(EpcisEvent::tree)
                .toList();
    }

    /// The last digits of the ids of the events.
    static String digits(HttpResponse<byte[]> answer) {
        StringBuilder digits = new StringBuilder();
        for (Json.Members event : events(answer)) {
            digits.append(String.valueOf(event.text("eventID")).replace(UUID_START, ""));
        }
        return digits.toString();
    }

    /// The address of the next page.
    static String next(HttpResponse<byte[]> page) {
        String link = page.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith("; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }
}
