package org.ytterby.core.proof;

import java.util.List;
import java.util.stream.IntStream;

/// The bytes of a tile: its hashes, one after another.
final class HashTile {
    private HashTile() {}

    /// @throws ProofRefused with code `TILE_MALFORMED` unless it has exactly the hashes of its
    ///   width
    static List<Hash> parse(TilePath path, byte[] bytes) {
        if (bytes.length != path.width() * Hash.BYTES) {
            throw new ProofRefused(
                    Refusal.Code.TILE_MALFORMED,
                    "%s has %d bytes, not %d"
                            .formatted(path, bytes.length, path.width() * Hash.BYTES),
                    "%s 有 %d 字节，应为 %d 字节".formatted(path, bytes.length, path.width() * Hash.BYTES));
        }
        return IntStream.range(0, path.width())
                .mapToObj(i -> Hash.at(bytes, i * Hash.BYTES))
                .toList();
    }

    static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).write(bytes, i * Hash.BYTES);
        }
        return bytes;
    }
}
