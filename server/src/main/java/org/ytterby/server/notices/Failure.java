package org.ytterby.server.notices;

import org.ytterby.core.supervision.Text;

/// Why something could not be told.
enum Failure {
    SERVER_UNREACHABLE(
            "server-unreachable", false, "the mail server cannot be reached", "邮件服务器无法连接"),
    NO_STARTTLS(
            "no-starttls",
            false,
            "the mail server offers no encryption (STARTTLS)",
            "邮件服务器不支持加密（STARTTLS）"),
    TLS_FAILED(
            "tls-failed",
            false,
            "the mail server's certificate is not trusted, or the encryption failed",
            "邮件服务器证书不受信任或加密失败"),
    SIGN_IN_REFUSED(
            "sign-in-refused",
            false,
            "the mail server refuses the service's password",
            "邮件服务器拒绝本服务登录"),
    ADDRESS_REFUSED("address-refused", true, "the mail server refuses the address", "邮件服务器拒收该地址"),
    MAIL_REFUSED("mail-refused", false, "the mail server did not take the mail", "邮件服务器未接收邮件"),
    DESTINATION_REFUSED("destination-refused", true, "the webhook may not be called", "不允许调用该回调地址"),
    DESTINATION_UNREACHABLE(
            "destination-unreachable", false, "the webhook cannot be reached", "回调地址无法连接"),
    NOT_TAKEN("not-taken", false, "the webhook did not take it", "回调地址未接收");

    /// After so many failures in a row nothing is tried any more.
    static final int MOST = 12;

    private static final int PERMANENT = 4;

    private final String code;
    private final boolean isPermanent;
    private final Text text;

    Failure(String code, boolean isPermanent, String en, String zh) {
        this.code = code;
        this.isPermanent = isPermanent;
        text = new Text(en, zh);
    }

    String code() {
        return code;
    }

    Text text() {
        return text;
    }

    /// As how many failures it counts: what will hardly change is given up sooner.
    int weight() {
        return isPermanent ? PERMANENT : 1;
    }

    /// @throws IllegalArgumentException unless it is the code of one
    static Failure parse(String code) {
        for (Failure failure : values()) {
            if (failure.code.equals(code)) {
                return failure;
            }
        }
        throw new IllegalArgumentException("no such failure: " + code);
    }
}
