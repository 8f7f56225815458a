package org.ytterby.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;

/// A published log: every checkpoint believed, the whole rebuilt at every size, every proof made
/// from its tiles checked, every changed file found.
class WholeLogVectorsTest {
    @TestFactory
    Stream<DynamicNode> everyPublishedLogIsWhole() {
        return Vectors.cases(
                "merkle",
                "tlog-tiles-log*.json",
                (name, file) -> dynamicContainer(name, checkpoints(file)));
    }

    private static List<DynamicNode> checkpoints(Path file) {
        PublishedLog log = PublishedLog.read(file);
        TrustPolicy policy = new TrustPolicy(log.key(), List.of(), 0);
        List<Checkpoint> smaller = new ArrayList<>();
        List<DynamicNode> tests = new ArrayList<>();
        for (SignedNote note : log.notes()) {
            Checkpoint checkpoint = policy.trusted(note).checkpoint();
            List<Checkpoint> earlier = List.copyOf(smaller);
            tests.add(
                    dynamicTest(
                            "size " + checkpoint.size(),
                            () -> {
                                assertThat(Monitor.rebuild(log.files(), checkpoint, earlier))
                                        .isInstanceOf(Monitor.Outcome.Whole.class);
                                assertProofs(log, checkpoint, earlier);
                            }));
            smaller.add(checkpoint);
        }
        Checkpoint latest = smaller.getLast();
        log.files()
                .files()
                .forEach((path, bytes) ->
                        tests.add(
                                dynamicTest(
                                        "changed " + path,
                                        () -> {
                                            bytes[bytes.length - 1] ^= 1;
                                            assertThat(
                                                            Monitor.rebuild(
                                                                    log.files(), latest, List.of()))
                                                    .isInstanceOf(Monitor.Outcome.Different.class);
                                            bytes[bytes.length - 1] ^= 1;
                                        })));
        return tests;
    }

    private static void assertProofs(
            PublishedLog log, Checkpoint checkpoint, List<Checkpoint> earlier) {
        long size = checkpoint.size();
        ProofMaker maker = new ProofMaker(new TiledNodes(log.files(), size));
        assertThat(maker.root(size)).isEqualTo(checkpoint.root());
        for (long i = 0; i < size; i++) {
            Hash leaf = maker.subtreeRoot(i, i + 1);
            ProofCheck.inclusion(i, size, leaf, maker.inclusion(i, size), checkpoint.root());
        }
        for (Checkpoint before : earlier) {
            if (before.size() > 0) {
                ProofCheck.consistency(
                        before.size(),
                        size,
                        maker.consistency(before.size(), size),
                        before.root(),
                        checkpoint.root());
            }
        }
    }
}
