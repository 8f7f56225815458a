package org.ytterby.server.desk.planning;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Drafts;
import org.ytterby.server.planning.Workbench.Worked;
import org.ytterby.server.web.Language;

/// Finds what an address of a draft names, or says that it is not there.
@Component
class DraftFinder {
    private static final int DIGITS_MAX = 18;

    private final Drafts drafts;

    DraftFinder(Drafts drafts) {
        this.drafts = drafts;
    }

    Draft find(String id, Language language) {
        boolean isNumber = id.matches("[0-9]+") && id.length() <= DIGITS_MAX;
        return (isNumber ? drafts.find(Long.parseLong(id)) : Optional.<Draft>empty())
                .orElseThrow(() -> missing(language.pick("There is no draft ", "没有草案 ") + id));
    }

    /// A draft whose workbook is right.
    Draft right(String id, Language language) {
        Draft draft = find(id, language);
        if (draft.errors() > 0) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language.pick(
                            "The workbook of this draft has errors: mend it and hand it in again.",
                            "该草案的工作簿有错误，请更正后重新上传。"));
        }
        return draft;
    }

    static Allocation plan(Worked worked, String stage, Language language) {
        return worked.plan(stage(stage, language))
                .orElseThrow(() ->
                        missing(
                                language.pick(
                                        "There is no plan of this stage in the draft.",
                                        "草案中没有该环节的计划。")));
    }

    static PlanStage stage(String code, Language language) {
        for (PlanStage stage : PlanStage.values()) {
            if (stage.code().equals(code.toLowerCase(Locale.ROOT))) {
                return stage;
            }
        }
        throw missing(language.pick("There is no stage ", "没有环节 ") + code);
    }

    static ResponseStatusException missing(String why) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, why);
    }
}
