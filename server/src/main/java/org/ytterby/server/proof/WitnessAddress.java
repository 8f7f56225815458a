package org.ytterby.server.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.VerifierKey;

/// A witness that the log asks, and where.
///
/// @param prefix `add-checkpoint` is asked for below it
public record WitnessAddress(VerifierKey key, URI prefix) {
    /// As many as leave room for the log's signature and others in a note.
    private static final int WITNESSES_MAX = 16;

    private static final int PARTS = 4;

    /// Reads the witnesses of a policy file (C2SP tlog-policy): lines `witness NAME KEY URL`.
    ///
    /// Logs, groups and the quorum concern those who check; witnesses without a URL are not asked.
    ///
    /// @throws IllegalArgumentException naming the line, in English and Chinese
    public static List<WitnessAddress> parse(String policy) {
        List<WitnessAddress> witnesses = new ArrayList<>();
        List<String> lines = policy.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split("[ \t]+", -1);
            switch (parts[0]) {
                case "witness" -> {
                    if (parts.length == PARTS) {
                        witnesses.add(witness(i + 1, parts[2], parts[3]));
                    } else if (parts.length != PARTS - 1) {
                        throw wrong(i + 1, "witness NAME KEY [URL]", "应为 witness 名称 密钥 [网址]");
                    }
                }
                case "", "log", "group", "quorum" -> {}
                case String word when word.startsWith("#") -> {}
                case String word ->
                        throw wrong(
                                i + 1,
                                "«%s» is none of log, witness, group, quorum".formatted(word),
                                "“%s”不是 log、witness、group 或 quorum".formatted(word));
            }
        }
        if (witnesses.size() > WITNESSES_MAX) {
            throw new IllegalArgumentException(
                    "%d witnesses, at most %d / 见证方 %1$d 个，至多 %2$d 个"
                            .formatted(witnesses.size(), WITNESSES_MAX));
        }
        if (witnesses.stream().map(WitnessAddress::key).distinct().count() < witnesses.size()) {
            throw new IllegalArgumentException("a witness is given twice / 同一见证方给出了两次");
        }
        return witnesses;
    }

    private static WitnessAddress witness(int line, String key, String url) {
        try {
            VerifierKey verifier = VerifierKey.parse(key);
            if (verifier.type() != KeyType.COSIGNATURE) {
                throw wrong(line, "not a witness's key: " + key, "不是见证方密钥：" + key);
            }
            return new WitnessAddress(verifier, prefix(line, url));
        } catch (ProofRefused refused) {
            throw wrong(line, refused.refusal().en(), refused.refusal().zh());
        }
    }

    private static URI prefix(int line, String url) {
        if (!url.toLowerCase(Locale.ROOT).matches("https?://[^/?#\\s]+[^?#\\s]*")) {
            throw wrong(line, "no http or https URL: " + url, "不是 http 或 https 网址：" + url);
        }
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    private static IllegalArgumentException wrong(int line, String en, String zh) {
        return new IllegalArgumentException("line %d: %s / 第 %1$d 行：%s".formatted(line, en, zh));
    }
}
