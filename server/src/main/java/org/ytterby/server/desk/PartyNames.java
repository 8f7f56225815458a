package org.ytterby.server.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.Party;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.web.Language;

/// What organisations are called whose code a page has. Safe for use by several threads.
@Component
class PartyNames {
    private final AnalysisIndex index;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    PartyNames(AnalysisIndex index) {
        this.index = index;
    }

    /// The parties of an analysis by their codes.
    ///
    /// @param position of the analysis
    private record Known(long position, Map<String, Party> parties) {
        static Known of(Generation generation) {
            Map<String, Party> parties = new HashMap<>();
            generation
                    .reconciliation()
                    .ledger()
                    .registry()
                    .parties()
                    .forEach(party -> parties.put(party.id(), party));
            return new Known(generation.position(), parties);
        }
    }

    /// The name in a language; the code itself of what the registry does not hold, and before the
    /// first analysis.
    String of(String code, Language language) {
        if (index.position() < 0) {
            return code;
        }
        Party party = known().parties.get(code);
        return party == null ? code : language.name(party);
    }

    /// Made once for each analysis: a page may ask for a hundred names.
    private Known known() {
        Generation newest = index.newest();
        Known last = known.get();
        if (last == null || last.position != newest.position()) {
            last = Known.of(newest);
            known.set(last);
        }
        return last;
    }
}
