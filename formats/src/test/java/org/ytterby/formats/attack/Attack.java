package org.ytterby.formats.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// One way to harm the files of a ledger package, whatever form it is sent in.
sealed interface Attack permits Mishap, ByteAttack, CellAttack, TableAttack, DescriptorAttack {
    /// Harms a file, or the package where the kind of harm leaves no choice.
    ///
    /// @param file a file that the package has
    /// @param random the only source of chance
    void on(SmallPackage files, String file, RandomGenerator random);

    /// What the attack is called.
    String name();

    /// Every kind of attack there is.
    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(List.of(Mishap.values()));
        all.addAll(List.of(ByteAttack.values()));
        all.addAll(List.of(CellAttack.values()));
        all.addAll(List.of(TableAttack.values()));
        all.addAll(List.of(DescriptorAttack.values()));
        return all;
    }

    /// One of several, by chance.
    @SafeVarargs
    static <T> T one(RandomGenerator random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// One of a list that is not empty, by chance.
    static <T> T pick(RandomGenerator random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
