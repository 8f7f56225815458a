package org.ytterby.core.proof;

/// Keys of a log and of its witnesses, the same in every run; for tests only.
public final class Keys {
    public static final SigningKey LOG =
            new SigningKey("ledger.example/log", KeyType.NOTE, seed(1));
    public static final SigningKey CUSTOMS =
            new SigningKey("customs.example/w1", KeyType.COSIGNATURE, seed(2));
    public static final SigningKey AUDIT =
            new SigningKey("audit.example/w1", KeyType.COSIGNATURE, seed(3));

    /// 2026-11-21T00:00:00Z
    public static final long NOW_S = 1_795_219_200;

    private Keys() {}

    static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }
}
