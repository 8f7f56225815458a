package org.ytterby.server.desk.supervision;

import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.desk.FieldForm;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// Why a reward is taken back, as it was written into a form.
public final class RevocationForm extends FieldForm {
    private static final List<String> FIELDS = List.of("basis", "reason");

    RevocationForm(Map<String, String> given, Language language) {
        super(given, language);
    }

    /// In the order in which they are asked for.
    public List<Field> fields() {
        return FIELDS.stream()
                .map(name -> Field.of(name, Kind.LONG, value(name), Command.TEXT_LENGTH_MAX))
                .toList();
    }

    void check() {
        FIELDS.forEach(name -> checkNeeded(name, Command.TEXT_LENGTH_MAX));
    }

    /// @param reward name of the one that is taken back
    Rewards.Asked asked(String reward) {
        return new Rewards.Asked(reward, value("basis"), value("reason"));
    }
}
