package org.ytterby.server.desk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// QR codes as they are drawn, read back from the drawing.
class QrCodeTest {
    private static final int MARGIN = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "otpauth://totp/Ytterby:careful?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Ytterby",
                "otpauth://totp/Ytterby:%E5%BC%A0%E4%B8%89?secret=JBSWY3DPEHPK3PXP&issuer=Ytterby"
            })
    void whatIsDrawnReadsAsTheText(String text) throws Exception {
        QrCode drawn = QrCode.of(text);
        int squares = drawn.size() - 2 * MARGIN;
        BitMatrix matrix = new BitMatrix(squares);
        Matcher run = RUN.matcher(drawn.path());
        int read = 0;
        while (run.find()) {
            assertThat(run.start()).as("nothing between the runs").isEqualTo(read);
            read = run.end();
            assertThat(run.group(3)).isEqualTo(run.group(4));
            matrix.setRegion(
                    Integer.parseInt(run.group(1)) - MARGIN,
                    Integer.parseInt(run.group(2)) - MARGIN,
                    Integer.parseInt(run.group(3)),
                    1);
        }
        assertThat(read).isEqualTo(drawn.path().length());
        assertThat(new Decoder().decode(matrix).getText()).isEqualTo(text);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrCode.of("x".repeat(3_000)))
                .withMessageContaining("3000 characters");
    }
}
