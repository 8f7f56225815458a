package org.ytterby.formats.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// One attacked package, as written.
///
/// @param files what was written, as far as it is still what a reader finds
/// @param path what a reader is given
/// @param formAttacked whether the folder or archive itself was harmed
/// @param attacks what was done, for the report of a failure
record AttackCase(
        SmallPackage files, Path path, boolean formAttacked, Form form, List<String> attacks) {
    private static final int ATTACKS_MAX = 4;
    private static final int FORM_ATTACKED_ONE_IN = 6;
    private static final String FLOWS = "flows.csv";

    /// Harms a package in one to four ways and writes it.
    static AttackCase draw(SmallPackage valid, Path scratch, RandomGenerator random)
            throws IOException {
        SmallPackage files = valid.copy();
        List<String> done = new ArrayList<>();
        int attacks = 1 + random.nextInt(ATTACKS_MAX);
        for (int i = 0; i < attacks; i++) {
            List<String> names = List.copyOf(files.files().keySet());
            String file = random.nextInt(3) == 0 ? FLOWS : Attack.pick(random, names);
            Attack attack = Attack.pick(random, KINDS);
            attack.on(files, file, random);
            done.add(attack.getClass().getSimpleName() + "." + attack.name() + " " + file);
        }
        Form form = Attack.pick(random, FORMS);
        Path path = form.write(files, scratch);
        boolean harmed = random.nextInt(FORM_ATTACKED_ONE_IN) == 0;
        if (harmed) {
            Form.FormAttack attack = Attack.pick(random, form.attacks());
            attack.on(path, files, random);
            done.add(attack.name());
        }
        return new AttackCase(files, path, harmed, form, done);
    }

    private static final List<Attack> KINDS = Attack.all();

    /// Every form, and folders as often as all others together, because they cost least.
    private static final List<Form> FORMS = forms();

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>(List.of(Form.values()));
        forms.addAll(Collections.nCopies(forms.size() - 2, Form.FOLDER));
        return List.copyOf(forms);
    }

    @Override
    public String toString() {
        return form + " " + attacks;
    }
}
