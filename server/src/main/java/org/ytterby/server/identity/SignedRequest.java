package org.ytterby.server.identity;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.RequestSignature;
import org.ytterby.core.proof.SenderKey;

/// A request whose sender signed it (RFC 9421): what, where, its content (RFC 9530) and its key of
/// idempotency. Content that differs from the digest that was signed is not handed on.
final class SignedRequest extends HttpServletRequestWrapper {
    /// How far the sender's clock may be from ours.
    static final long SKEW_S = 300;

    private static final String DIGEST = "content-digest";
    private static final String KEY = "idempotency-key";
    private static final int CONTENT_MAX = 64 << 20;

    /// Content that is kept on the disk as it comes, and digested on the way.
    private static final Set<String> PACKAGES =
            Set.of(
                    "application/zip",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/octet-stream");

    private final Attestation attestation;
    private final @Nullable ServletInputStream content;

    private SignedRequest(
            HttpServletRequest request,
            Attestation attestation,
            @Nullable ServletInputStream content) {
        super(request);
        this.attestation = attestation;
        this.content = content;
    }

    /// Checks a request.
    ///
    /// @throws SignatureRefused if it is not signed with the key, now, and whole
    static SignedRequest of(HttpServletRequest request, SenderKey key, Instant now)
            throws IOException {
        RequestSignature made;
        String signed;
        try {
            made =
                    RequestSignature.parse(
                            field(request, "Signature-Input"), field(request, "Signature"));
            signed = made.base(part -> value(request, part));
        } catch (ProofRefused e) {
            throw new SignatureRefused(e);
        }
        demandWhole(request, made.parts());
        if (Math.abs(made.createdS() - now.getEpochSecond()) > SKEW_S) {
            throw new SignatureRefused(
                    "the signature is not of the last five minutes: created=" + made.createdS(),
                    "签名时间与当前时间相差超过五分钟：created=" + made.createdS());
        }
        if (signed.length() > Attestation.SIGNED_LENGTH_MAX
                || !made.keyId().equals(key.id())
                || !key.isSigned(signed.getBytes(StandardCharsets.UTF_8), made.signature())) {
            throw new SignatureRefused(
                    "the signature does not fit the request and the registered key " + key.id(),
                    "签名与请求内容及登记的公钥不符：" + key.id());
        }
        return new SignedRequest(
                request,
                new Attestation(
                        key.toString(),
                        signed,
                        Base64.getEncoder().encodeToString(made.signature())),
                content(request));
    }

    /// The one field of a name.
    private static String field(HttpServletRequest request, String name) {
        List<String> all = Collections.list(request.getHeaders(name));
        if (all.size() != 1) {
            throw new SignatureRefused(
                    "a machine with a key signs what it sends: one field " + name + " is missing",
                    "登记了公钥的客户端须对请求签名：应有且仅有一个 " + name + " 字段");
        }
        return all.getFirst();
    }

    /// What stands in a part of a request, of those that can be signed.
    private static @Nullable String value(HttpServletRequest request, String part) {
        return switch (part) {
            case "@method" -> request.getMethod();
            case "@path" -> request.getRequestURI();
            case "@query" -> {
                String query = request.getQueryString();
                yield query == null ? "?" : "?" + query;
            }
            case DIGEST, KEY, "content-type" -> {
                List<String> all = Collections.list(request.getHeaders(part));
                yield all.isEmpty() ? null : String.join(", ", all).strip();
            }
            default -> null;
        };
    }

    private static void demandWhole(HttpServletRequest request, List<String> parts) {
        demand(parts, "@method", true);
        demand(parts, "@path", true);
        demand(parts, "@query", request.getQueryString() != null);
        demand(parts, DIGEST, hasContent(request));
        demand(parts, KEY, request.getHeader(KEY) != null);
    }

    private static void demand(List<String> parts, String part, boolean isThere) {
        if (isThere && !parts.contains(part)) {
            throw new SignatureRefused("the signature leaves out " + part, "签名未覆盖 " + part);
        }
    }

    private static boolean hasContent(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static @Nullable ServletInputStream content(HttpServletRequest request)
            throws IOException {
        if (!hasContent(request)) {
            return null;
        }
        String wanted = request.getHeader(DIGEST);
        String type = request.getContentType();
        InputStream raw = request.getInputStream();
        if (type != null && PACKAGES.contains(type.replaceFirst(";.*", "").strip())) {
            return new Content(raw, wanted);
        }
        byte[] all = raw.readNBytes(CONTENT_MAX + 1);
        if (all.length > CONTENT_MAX) {
            throw new SignatureRefused(
                    "more than 64 MiB of signed content: send a package", "签名内容超过 64 MiB：请改用台账包");
        }
        demandDigest(Secret.digest().digest(all), wanted);
        return new Content(new ByteArrayInputStream(all), wanted);
    }

    private static void demandDigest(byte[] found, String wanted) {
        if (!RequestSignature.contentDigest(found).equals(wanted)) {
            throw new SignatureRefused(
                    "the content has another digest than Content-Digest says; its SHA-256 is wanted",
                    "内容摘要与 Content-Digest 不符；应为其 SHA-256");
        }
    }

    Attestation attestation() {
        return attestation;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return content == null ? super.getInputStream() : content;
    }

    /// Content that is digested while it is read, and refused at its end if the digest differs.
    private static final class Content extends ServletInputStream {
        private final InputStream in;
        private final String wanted;
        private final MessageDigest digest = Secret.digest();
        private boolean isFinished;

        Content(InputStream in, String wanted) {
            this.in = in;
            this.wanted = wanted;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                digest.update(into, offset, count);
            } else if (count < 0 && !isFinished) {
                isFinished = true;
                demandDigest(digest.digest(), wanted);
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return isFinished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("signed content is read, not listened to");
        }
    }
}
