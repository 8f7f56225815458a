package org.ytterby.server.desk.environment;

import java.util.List;
import java.util.Set;
import org.ytterby.core.environment.LimitCheck;
import org.ytterby.server.web.Language;

/// A figure beyond a limit, as a row.
///
/// @param kinds plants or areas that the limit is for; empty for all
/// @param confidence how sure the limit is, as a word of [org.ytterby.core.environment.Confidence]
public record ExceedanceView(
        String facility,
        String month,
        String indicator,
        String value,
        String bound,
        String excess,
        Set<String> kinds,
        String clause,
        String source,
        String confidence) {
    static List<ExceedanceView> of(
            List<LimitCheck.Line> lines, Amounts amounts, Language language) {
        return lines.stream()
                .map(line ->
                        new ExceedanceView(
                                line.facility(),
                                line.month().toString(),
                                amounts.name(line.limit().indicator()),
                                (amounts.figure(line.limit().indicator(), line.value())
                                                + " "
                                                + amounts.unit(line.limit().indicator()))
                                        .strip(),
                                Amounts.bound(line.limit(), language),
                                "+" + language.percent(line.excess()),
                                line.limit().kinds(),
                                language.pick(
                                        line.limit().clause().en(), line.limit().clause().zh()),
                                language.half(line.limit().clause().source()),
                                line.limit().clause().confidence().code()))
                .toList();
    }
}
