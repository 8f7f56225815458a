package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class NamesTest {
    @Test
    void numbersFollowFirstAppearance() {
        Names names = new Names();
        assertThat(List.of(names.number("b"), names.number("a"), names.number("b")))
                .containsExactly(0, 1, 0);
        assertThat(names.size()).isEqualTo(2);
    }

    @Test
    void aNameNeverNumberedIsNotFound() {
        Names names = new Names();
        names.number("a");
        assertThat(names.find("A")).isEqualTo(Names.NONE);
        assertThat(names.find("")).isEqualTo(Names.NONE);
    }

    @Test
    void theEmptyNameIsAName() {
        Names names = new Names();
        names.number("a");
        assertThat(names.number("")).isEqualTo(1);
        assertThat(names.name(1)).isEmpty();
    }

    @Test
    void namesAreComparedExactly() {
        Names names = new Names();
        names.number("é");
        assertThat(names.number("e\u0301")).isEqualTo(1);
        assertThat(names.number("镨钕")).isEqualTo(2);
        assertThat(names.name(2)).isEqualTo("镨钕");
    }

    @Test
    void aLongNameIsKept() {
        Names names = new Names();
        String lengthy = "x".repeat(100_000);
        names.number("a");
        assertThat(names.name(names.number(lengthy))).isEqualTo(lengthy);
        assertThat(names.find("a")).isZero();
    }

    @Test
    void aMapOfStringsAgrees() {
        Property.forAll(
                50,
                random -> {
                    Names names = new Names();
                    Map<String, Integer> twin = new HashMap<>();
                    List<String> inOrder = new ArrayList<>();
                    for (int i = 0; i < 2_000; i++) {
                        String name = Integer.toString(random.nextInt(1_000), 36) + "批";
                        if (twin.putIfAbsent(name, twin.size()) == null) {
                            inOrder.add(name);
                        }
                        assertThat(names.number(name)).isEqualTo(twin.get(name));
                    }
                    assertThat(names.size()).isEqualTo(inOrder.size());
                    for (int i = 0; i < inOrder.size(); i++) {
                        assertThat(names.name(i)).isEqualTo(inOrder.get(i));
                    }
                });
    }

    @Test
    void ranksSortByUtf8Bytes() {
        List<String> texts = List.of("b", "", "\uD83D\uDE00", "a", "镧", "\uFFFD", "aa", "B");
        Names names = new Names();
        texts.forEach(names::number);
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort((x, y) ->
                Arrays.compareUnsigned(
                        x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8)));
        int[] ranks = names.ranks();
        for (int i = 0; i < ranks.length; i++) {
            assertThat(sorted.get(ranks[i])).isEqualTo(texts.get(i));
        }
    }

    /// `Aa` and `BB` have one hash where a character counts 31 times the next, and so have all
    /// texts made of them.
    @Test
    void namesChosenToCollideAreToldApart() {
        Names names = new Names();
        int count = 1 << 13;
        for (int i = 0; i < count; i++) {
            assertThat(names.number(colliding(i))).isEqualTo(i);
        }
        for (int i = 0; i < count; i++) {
            assertThat(names.find(colliding(i))).isEqualTo(i);
            assertThat(names.number(colliding(i))).isEqualTo(i);
        }
        assertThat(names.find(colliding(count))).isEqualTo(Names.NONE);
        assertThat(names.size()).isEqualTo(count);
    }

    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 20; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
