package org.ytterby.reports.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.afm.AFMParser;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.SymbolEncoding;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.jspecify.annotations.Nullable;

/// A face of type. All are known to every reader of PDF, so that no font is embedded.
enum Face {
    REGULAR("Helvetica", WinAnsiEncoding.INSTANCE),
    BOLD("Helvetica-Bold", WinAnsiEncoding.INSTANCE),
    SYMBOL("Symbol", SymbolEncoding.INSTANCE),
    SONG("STSong-Light", null),
    SONG_BOLD("STSong-Light,Bold", null);

    /// Width of a Chinese character, thousandths of the size.
    private static final int WHOLE = 1_000;

    private static final int HALF = 500;

    /// Where characters of half width stand in Adobe-GB1.
    private static final int HALF_FROM = 814;

    private static final int HALF_TO = 939;

    /// Weight of the stems, which nothing but a substitute is chosen by.
    private static final int STEMS = 93;

    private static final int BOLD_STEMS = 160;
    private static final int FLAGS = 6; // serifs, and characters beyond Latin
    private static final int FORCED_BOLD = 1 << 18;
    private static final int BOLD_WEIGHT = 700;
    private static final int ASCENT = 880;
    private static final int DESCENT = -120;
    private static final int SUPPLEMENT = 4;
    private static final int[] BOX = {-25, -254, 1_000, 880};
    private static final String UNICODE = "UniGB-UTF16-H";

    /// Faces in the order in which they are asked for a character.
    static final List<Face> LIGHT = List.of(REGULAR, SYMBOL, SONG);

    static final List<Face> HEAVY = List.of(BOLD, SYMBOL, SONG_BOLD);

    private final String base;

    @SuppressWarnings("ImmutableEnumChecker") // read once
    private final Map<Integer, Mark> marks;

    /// A character as this face writes it.
    ///
    /// @param hex its code
    /// @param width thousandths of the size
    record Mark(String hex, int width) {}

    Face(String base, @Nullable Encoding encoding) {
        this.base = base;
        marks = encoding == null ? Map.of() : marks(base, encoding);
    }

    private static Map<Integer, Mark> marks(String base, Encoding encoding) {
        Map<Integer, Mark> marks = new TreeMap<>();
        FontMetrics metrics = metrics(base);
        encoding.getCodeToNameMap()
                .forEach((code, name) -> {
                    String text = GlyphList.getAdobeGlyphList().toUnicode(name);
                    if (text != null && text.codePointCount(0, text.length()) == 1) {
                        marks.putIfAbsent(
                                text.codePointAt(0),
                                new Mark(
                                        String.format(Locale.ROOT, "%02X", code),
                                        Math.round(metrics.getCharacterWidth(name))));
                    }
                });
        return marks;
    }

    private static FontMetrics metrics(String base) {
        try (InputStream in =
                PDDocument.class.getResourceAsStream(
                        "/org/apache/pdfbox/resources/afm/" + base + ".afm")) {
            return new AFMParser(Objects.requireNonNull(in)).parse(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How this face writes a character; absent where it does not have it.
    @Nullable Mark mark(int point) {
        return switch (this) {
            case REGULAR, BOLD, SYMBOL -> marks.get(point);
            case SONG, SONG_BOLD -> song(point);
        };
    }

    private static @Nullable Mark song(int point) {
        byte[] code = Character.toString(point).getBytes(StandardCharsets.UTF_16BE);
        int cid = Collection.GB1.toCID(code);
        if (cid == 0) {
            return null;
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : code) {
            hex.append(String.format(Locale.ROOT, "%02X", b));
        }
        return new Mark(hex.toString(), cid >= HALF_FROM && cid <= HALF_TO ? HALF : WHOLE);
    }

    /// The characters that readers of PDF have for Chinese, by their code in Unicode.
    private static final class Collection {
        static final CMap GB1 = read();

        private static CMap read() {
            try {
                return new CMapParser().parsePredefined(UNICODE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// By which pages name it.
    String resource() {
        return "F" + ordinal();
    }

    /// What a document says of it.
    COSDictionary dictionary() {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.BASE_FONT, base);
        switch (this) {
            case REGULAR, BOLD -> {
                font.setItem(COSName.SUBTYPE, COSName.TYPE1);
                font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
            }
            case SYMBOL -> font.setItem(COSName.SUBTYPE, COSName.TYPE1);
            case SONG, SONG_BOLD -> {
                font.setName(COSName.BASE_FONT, base + "-" + UNICODE);
                font.setItem(COSName.SUBTYPE, COSName.TYPE0);
                font.setName(COSName.ENCODING, UNICODE);
                font.setItem(COSName.DESCENDANT_FONTS, new COSArray(List.of(chinese())));
            }
        }
        return font;
    }

    private COSDictionary chinese() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, SUPPLEMENT);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        font.setName(COSName.BASE_FONT, base);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setInt(COSName.DW, WHOLE);
        font.setItem(COSName.W, numbers(HALF_FROM, HALF_TO, HALF));
        font.setItem(COSName.FONT_DESC, descriptor());
        return font;
    }

    private COSDictionary descriptor() {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, base);
        descriptor.setInt(COSName.FLAGS, this == SONG ? FLAGS : FLAGS | FORCED_BOLD);
        descriptor.setItem(COSName.FONT_BBOX, numbers(BOX));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, ASCENT);
        descriptor.setInt(COSName.DESCENT, DESCENT);
        descriptor.setInt(COSName.CAP_HEIGHT, ASCENT);
        descriptor.setInt(COSName.STEM_V, this == SONG ? STEMS : BOLD_STEMS);
        if (this == SONG_BOLD) {
            descriptor.setInt(COSName.FONT_WEIGHT, BOLD_WEIGHT);
        }
        return descriptor;
    }

    private static COSArray numbers(int... values) {
        COSArray numbers = new COSArray();
        for (int value : values) {
            numbers.add((COSBase) COSInteger.get(value));
        }
        return numbers;
    }
}
