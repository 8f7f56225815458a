package org.ytterby.server.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.server.web.Language;

/// Devices in plain words.
class DeviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36|Chrome on Windows|Chrome（Windows）
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0|Edge on Windows|Edge（Windows）
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1|Safari on iPhone|Safari（iPhone）
                    Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0|WeChat on Android|WeChat（Android）
                    Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox on Linux|Firefox（Linux）
                    curl/8.5.0|A program: curl|程序：curl
                    ''|A device that does not say what it is|未说明类型的设备
                    """)
    void isTold(String agent, String english, String chinese) {
        assertThat(Device.words(agent, Language.EN)).isEqualTo(english);
        assertThat(Device.words(agent, Language.ZH)).isEqualTo(chinese);
    }
}
