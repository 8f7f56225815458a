package org.ytterby.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ytterby.server.LedgerService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The package that the demonstration shows, handed in once.
///
/// What was loaded is noted beside the data: its digest, and how many entries the ledger then had.
/// A ledger with fewer is another one, and gets it again; sent twice it would count once.
///
/// @param example folder of the package
/// @param data folder of the service
record DemoExample(Path example, Path data, DemoAccounts accounts) {
    private static final String LOADED_AS = "example-national-2019";
    private static final String NOTE = "demo-loaded";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Hands it in as an administrator would, and has the second person approve its plans and
    /// licences, unless all that was done before.
    void load(LedgerService service, URI base) {
        String digest = digest();
        if (isLoaded(digest, service.ledger().size())) {
            return;
        }
        Path zip = zipped();
        try (ServiceClient admin =
                ServiceClient.signIn(base, DemoAccounts.ADMINISTRATOR, accounts.password())) {
            admin.handIn(zip, LOADED_AS);
        } finally {
            delete(zip);
        }
        approve(base, DemoAccounts.PLAN_OFFICER, "plan:");
        approve(base, DemoAccounts.EXPORT_DECIDER, "licence:");
        note(digest, service.ledger().size());
    }

    private boolean isLoaded(String digest, long entries) {
        try {
            String[] words = Files.readString(data.resolve(NOTE)).strip().split(" ", -1);
            return words.length == 2
                    && words[0].equals(digest)
                    && words[1].matches("\\d{1,18}")
                    && Long.parseLong(words[1]) <= entries;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String digest, long entries) {
        try {
            Files.writeString(data.resolve(NOTE), digest + " " + entries + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void approve(URI base, String officer, String kind) {
        try (ServiceClient second = ServiceClient.signIn(base, officer, accounts.password())) {
            ArrayNode names = JSON.createArrayNode();
            for (JsonNode proposal :
                    second.get("/api/v1/proposals?state=proposed&limit=1000").path("items")) {
                if (proposal.path("about").path("subject").asString("").startsWith(kind)) {
                    names.add(proposal.path("proposal").asString(""));
                }
            }
            if (!names.isEmpty()) {
                second.post(
                        "/api/v1/proposals/approvals",
                        JSON.createObjectNode().set("proposals", names),
                        "approve-" + names.get(0).asString(""));
            }
        }
    }

    /// SHA-256 of the names and the content of its files.
    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out =
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (Path file : files()) {
                    String name = "%s %d\n".formatted(file.getFileName(), Files.size(file));
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                    Files.copy(file, out);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(example)) {
            return listed.sorted().toList();
        }
    }

    /// The same bytes every time, so that a package that was loaded before is known.
    private Path zipped() {
        try {
            Path zip = Files.createTempFile("ytterby-example", ".zip");
            try (OutputStream out = Files.newOutputStream(zip);
                    ZipOutputStream entries = new ZipOutputStream(out)) {
                for (Path file : files()) {
                    ZipEntry entry = new ZipEntry(file.getFileName().toString());
                    entry.setTime(0);
                    entries.putNextEntry(entry);
                    Files.copy(file, entries);
                }
            }
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
