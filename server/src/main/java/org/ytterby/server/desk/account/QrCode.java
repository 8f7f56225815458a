package org.ytterby.server.desk.account;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A text as a QR code (ISO/IEC 18004) to be drawn as SVG: one path of unit squares.
///
/// @param size of the drawing in squares, with the margin of four that the standard asks for
/// @param path of the dark squares
public record QrCode(int size, String path) {
    private static final int MARGIN = 4;

    /// @throws IllegalArgumentException if the text is too long for a QR code
    static QrCode of(String text) {
        ByteMatrix squares;
        try {
            squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "%d characters do not fit into a QR code".formatted(text.length()), e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            int x = 0;
            while (x < squares.getWidth()) {
                int from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append(
                            "M%d %dh%dv1h-%dz"
                                    .formatted(from + MARGIN, y + MARGIN, x - from, x - from));
                } else {
                    x++;
                }
            }
        }
        return new QrCode(squares.getWidth() + 2 * MARGIN, path.toString());
    }
}
