package org.ytterby.benchmarks.restart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.ytterby.server.LedgerService;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.Simulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ledger with a simulated year in it, handed in as an administrator would.
final class FilledLedger {
    static final String NAME = "study";
    static final String PASSWORD = "a long password of a study";

    private static final int YEAR = 2019;
    private static final int OK = 200;
    private static final long LOOK_MS = 20;

    private FilledLedger() {}

    /// @param data folder of the service
    /// @param lines of flow to aim at
    /// @param scratch for the package
    /// @return entries, all of them in the log
    static long fill(Path data, long lines, Path scratch) throws IOException {
        Path year = scratch.resolve("year.zip");
        Simulator.write(year, SimulationPlan.honest(YEAR, 1).withLines(lines));
        try (LedgerService service =
                LedgerService.start(new LedgerService.Options(data, null, "127.0.0.1", 0))) {
            service.analysis().close(); // it would analyse what is being handed in
            service.people()
                    .put(new Caller(NAME, "authority", Set.of(Role.ADMINISTRATOR)), PASSWORD);
            handIn(service.port(), year);
            long size = service.ledger().size();
            while (service.log().size() < size) {
                Thread.sleep(LOOK_MS);
            }
            return size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while filling the ledger", e);
        } finally {
            Files.deleteIfExists(year);
            Files.deleteIfExists(scratch.resolve("year.planted.json"));
        }
    }

    private static void handIn(int port, Path zip) throws IOException, InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            String asked =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("name", NAME)
                            .put("password", PASSWORD)
                            .toString();
            JsonNode token =
                    answer(
                            http,
                            HttpRequest.newBuilder(base.resolve("/api/v1/tokens"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(asked)));
            answer(
                    http,
                    HttpRequest.newBuilder(base.resolve("/api/v1/packages"))
                            .header("Content-Type", "application/zip")
                            .header(
                                    "Authorization",
                                    "Bearer " + token.path("access_token").asString())
                            .POST(HttpRequest.BodyPublishers.ofFile(zip)));
        }
    }

    private static JsonNode answer(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
