package org.ytterby.core.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text with signatures under it (C2SP signed-note).
///
/// @param text ends in a line feed
/// @param signatures at least one, as they stand
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final Refusal.Code MALFORMED = Refusal.Code.NOTE_MALFORMED;

    /// As many as others accept; the specification asks for 16 or more.
    private static final int SIGNATURES_MAX = 100;

    /// @throws ProofRefused with code `NOTE_MALFORMED`
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw malformed("the note holds control characters", "签名文本含有控制字符");
        }
        if (!text.endsWith("\n")) {
            throw malformed("the note's text does not end in a line feed", "签名文本未以换行结尾");
        }
        if (signatures.isEmpty()) {
            throw malformed("the note has no signatures", "没有签名");
        }
        if (signatures.size() > SIGNATURES_MAX) {
            throw malformed(
                    "more than %d signatures".formatted(SIGNATURES_MAX),
                    "签名超过 %d 个".formatted(SIGNATURES_MAX));
        }
    }

    /// Signs a text.
    public static SignedNote of(String text, Signer signer) {
        return new SignedNote(text, List.of(NoteSignature.of(signer, text)));
    }

    /// @throws ProofRefused with code `NOTE_MALFORMED`
    public static SignedNote parse(byte[] bytes) {
        return parse(Strict.utf8(bytes, MALFORMED));
    }

    /// @throws ProofRefused with code `NOTE_MALFORMED`
    static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            throw malformed("no blank line before signatures", "签名之前没有空行");
        }
        String lines = note.substring(blank + 2);
        if (!lines.endsWith("\n")) {
            throw malformed("the signatures do not end in a line feed", "签名部分未以换行结尾");
        }
        List<NoteSignature> signatures =
                Stream.of(lines.substring(0, lines.length() - 1).split("\n", -1))
                        .limit(SIGNATURES_MAX + 1L)
                        .map(NoteSignature::parse)
                        .toList();
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    private static ProofRefused malformed(String en, String zh) {
        return new ProofRefused(MALFORMED, en, zh);
    }

    /// The same note with one more signature.
    public SignedNote signedBy(Signer signer) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(NoteSignature.of(signer, text));
        return new SignedNote(text, more);
    }

    /// The signatures of known keys, in their order, each checked; those of other keys are passed
    /// over.
    ///
    /// @throws ProofRefused `SIGNATURE_WRONG` if one of them does not fit the text,
    ///   `SIGNATURE_MISSING` if there is none
    public List<NoteSignature> openedWith(Collection<? extends Verifier> known) {
        List<NoteSignature> checked = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            Optional<? extends Verifier> key = known.stream().filter(signature::isOf).findFirst();
            if (key.isEmpty() || checked.contains(signature)) {
                continue;
            }
            if (!key.get().isSigned(text, signature.signature())) {
                throw new ProofRefused(
                        Refusal.Code.SIGNATURE_WRONG,
                        "the signature of %s does not fit the text".formatted(signature.name()),
                        "%s 的签名与文本不符".formatted(signature.name()));
            }
            checked.add(signature);
        }
        if (checked.isEmpty()) {
            throw unsigned();
        }
        return checked;
    }

    /// The refusal of a note that lacks the signature of a trusted key.
    ProofRefused unsigned() {
        return new ProofRefused(
                Refusal.Code.SIGNATURE_MISSING,
                "none of the trusted keys signed; signed by " + signers(),
                "受信任的密钥均未签名；签名者：" + signers());
    }

    private String signers() {
        return Strict.brief(
                signatures.stream().map(NoteSignature::name).collect(Collectors.joining(", ")));
    }

    /// The note as it is written.
    @Override
    public String toString() {
        return signatures.stream()
                .map(signature -> signature + "\n")
                .collect(Collectors.joining("", text + "\n", ""));
    }
}
