import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hands a ledger package in, asks for the findings, and checks a receipt. JDK 25, no library.
///
/// ```
/// YTTERBY_PASSWORD=… java LedgerClient.java URL NAME PACKAGE.zip [LOG-KEY-FILE]
/// ```
///
/// The log's verifier key should be a copy that was kept; without one the service is believed this
/// once. Exit status: 0 done; 1 refused, or the receipt proves nothing. A program with a JSON
/// library at hand would read answers with that.
final class LedgerClient {
    private static final int TRIES = 120;
    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private String token = "";

    private LedgerClient(URI base) {
        this.base = base;
    }

    public static void main(String[] args) throws Exception {
        LedgerClient client = new LedgerClient(URI.create(args[0]));
        client.signIn(args[1], System.getenv("YTTERBY_PASSWORD"));
        Path zip = Path.of(args[2]);
        HttpResponse<String> taken = client.handIn(zip, "client-" + hex(Files.readAllBytes(zip)));
        System.out.println(
                taken.body().replace("},{", "},\n{")); // problems by file, row and column
        if (taken.statusCode() != 200) {
            System.exit(1);
        }
        long first = Long.parseLong(member(taken.body(), "first_position"));
        long last = Long.parseLong(member(taken.body(), "last_position"));
        client.awaitAnalysis(last);
        client.findings();
        String receipt = client.receipt(first);
        String key =
                args.length > 3
                        ? Files.readString(Path.of(args[3]))
                        : client.get("/log/key").body();
        boolean isProven = isProven(receipt, key.strip());
        System.out.println("receipt of entry " + first + (isProven ? ": proven" : ": NOT proven"));
        System.exit(isProven ? 0 : 1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Sends a request, and again for as long as the service says to wait.
    private HttpResponse<String> send(HttpRequest request) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean isBusy = answer.statusCode() == 429 || answer.statusCode() == 503;
            if (!isBusy) {
                return answer;
            }
            Thread.sleep(1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
        throw new IOException("gave up on " + request.uri());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private void signIn(String name, String password) throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/api/v1/tokens")
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"name\":\"%s\",\"password\":\"%s\"}"
                                                        .formatted(name, password)))
                                .build());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        token = member(answer.body(), "access_token");
    }

    /// Sent again under the same key it counts once.
    private HttpResponse<String> handIn(Path zip, String key) throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/api/v1/packages")
                                .header("Content-Type", "application/zip")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofFile(zip))
                                .build());
        if (answer.statusCode() != 200 && answer.statusCode() != 422) {
            throw new IOException(answer.body());
        }
        return answer;
    }

    private void awaitAnalysis(long position) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> page = get("/api/v1/findings?limit=1");
            if (page.statusCode() == 200
                    && Long.parseLong(member(page.body(), "position")) > position) {
                return;
            }
            Thread.sleep(1_000);
        }
        throw new IOException("the analysis did not come so far");
    }

    private void findings() throws Exception {
        String after = "";
        do {
            HttpResponse<String> page = get("/api/v1/findings?limit=10&after=" + after);
            if (page.statusCode() != 200) {
                throw new IOException(page.body());
            }
            System.out.println(page.body());
            after = member(page.body(), "next");
        } while (!after.isEmpty());
    }

    private String receipt(long position) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> answer = get("/api/v1/receipts/" + position);
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            Thread.sleep(1_000); // no checkpoint covers it yet
        }
        throw new IOException("no receipt of entry " + position);
    }

    /// The value of the first member of that name; empty if there is none.
    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"?([^\",}]*)").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// Whether a receipt (C2SP tlog-proof) shows its entry in the log whose key this is (RFC 6962).
    private static boolean isProven(String receipt, String logKey) throws Exception {
        String[] parts = receipt.split("\n\n", 3);
        List<String> head = List.of(parts[0].split("\n"));
        if (!head.getFirst().equals("c2sp.org/tlog-proof@v1")) {
            return false;
        }
        byte[] entry = BASE64.decode(head.get(1).substring("extra ".length()));
        long index = Long.parseLong(head.get(2).substring("index ".length()));
        String[] checkpoint = parts[1].split("\n"); // origin, size, root
        byte[] root =
                root(
                        index,
                        Long.parseLong(checkpoint[1]),
                        sha256(new byte[] {0}, entry),
                        head.subList(3, head.size()));
        return isSigned(parts[1] + "\n", parts[2], logKey)
                && Arrays.equals(root, BASE64.decode(checkpoint[2]));
    }

    /// The root that a path of siblings leads to (RFC 9162, section 2.1.3.2); empty if it fits no
    /// tree.
    private static byte[] root(long index, long size, byte[] leaf, List<String> path)
            throws Exception {
        long node = index;
        long last = size - 1;
        byte[] found = index < size ? leaf : new byte[0];
        byte[] inner = {1};
        for (String text : path) {
            byte[] sibling = BASE64.decode(text);
            if (last == 0) {
                return new byte[0];
            }
            if (node % 2 == 1 || node == last) {
                found = sha256(inner, sibling, found);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                found = sha256(inner, found, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? found : new byte[0];
    }

    private static boolean isSigned(String message, String signatures, String logKey)
            throws Exception {
        String[] key = logKey.split("\\+", 3); // name, id, type and point
        byte[] typed = BASE64.decode(key[2]);
        for (String line : signatures.split("\n")) {
            String[] words = line.split(" ", 3); // —, name, id and signature
            byte[] signature = BASE64.decode(words[2]);
            String id = HexFormat.of().formatHex(signature, 0, 4);
            if (words[1].equals(key[0]) && id.equals(key[1]) && typed[0] == 1) {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(publicKey(Arrays.copyOfRange(typed, 1, typed.length)));
                verifier.update(message.getBytes(StandardCharsets.UTF_8));
                return verifier.verify(signature, 4, signature.length - 4);
            }
        }
        return false;
    }

    /// A point as RFC 8032 writes it: y in little-endian order, the sign of x in the last bit.
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        byte[] y = new byte[encoded.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = encoded[encoded.length - 1 - i];
        }
        boolean isOdd = y[0] < 0;
        y[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(isOdd, new BigInteger(1, y))));
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
