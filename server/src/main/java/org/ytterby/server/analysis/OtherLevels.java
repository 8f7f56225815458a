package org.ytterby.server.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Settings;

/// The findings that there would be if another share of false alarms were asked for.
///
/// One reconciliation a level and generation, remembered until the next generation is asked about;
/// whoever asks meanwhile waits. Safe for use by several threads.
@Component
public class OtherLevels {
    /// What can be asked for.
    public static final List<Double> LEVELS =
            List.of(0.01, 0.02, Settings.FALSE_ALARMS_DEFAULT, 0.1, 0.2);

    private final Map<Double, List<Finding>> known = new HashMap<>();
    private long position = -1;

    OtherLevels() {}

    /// The findings at a level, most serious first.
    ///
    /// @param level one of [#LEVELS]
    public synchronized List<Finding> at(Generation now, double level) {
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("no level that can be asked for: " + level);
        }
        if (Double.compare(level, Settings.FALSE_ALARMS_DEFAULT) == 0) {
            return now.reconciliation().findings();
        }
        if (position != now.position()) {
            known.clear();
            position = now.position();
        }
        return known.computeIfAbsent(
                level,
                _ ->
                        Reconciler.reconcile(
                                        now.reconciliation().ledger().declarations(),
                                        new Settings(level, false, Set.of()))
                                .findings());
    }
}
