package org.ytterby.server.desk.cases;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.desk.Basis;
import org.ytterby.server.desk.FormKeys;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submitter.Reason;
import org.ytterby.server.ledger.Submitter.Receipted;
import org.ytterby.server.supervision.Appeals;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.web.Language;

/// Doing something in a case: a form, a page that shows what will be entered, and then the entry.
///
/// Nothing is remembered between the three: each sends on what was written.
@PageController
class CaseStepPages {
    private static final String ACTIONS =
            "/cases/{name}/{action:question|note|visit|seal|unseal|sample|task|decision|penalty|order|check|closure}";
    private static final String REPLIES = "/cases/{name}/{action:reply|report|appeal}";
    private static final String RULINGS = "/cases/{name}/{action:rule}";
    private static final String HANDS = "/cases/{name}/{action:dispatch|receive|result}";
    private static final String HELP = "/cases/{name}/{action:answer}";
    private static final String KEY = "key";
    private static final String GO = "go";

    private final Cases cases;
    private final Appeals appeals;
    private final CaseOptions options;
    private final LedgerReader ledger;
    private final Clock clock;

    CaseStepPages(
            Cases cases, Appeals appeals, CaseOptions options, LedgerReader ledger, Clock clock) {
        this.cases = cases;
        this.appeals = appeals;
        this.options = options;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param finding id of a finding that stands now, or `tip-off-` and the number of a tip-off
    @Allowed(Right.WORK_ON_CASES)
    @GetMapping("/cases/opening")
    ModelAndView opening(
            Caller caller, Language language, @RequestParam(defaultValue = "") String finding) {
        CaseTurn turn = CaseTurn.opening(caller, language, newName(), finding);
        return form(turn, Map.of("assigned", caller.name(), "finding", finding));
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping("/cases/opening")
    ModelAndView open(
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(name = "case", defaultValue = "") String name,
            @RequestParam Map<String, String> given) {
        return go(CaseTurn.opening(caller, language, name, finding), given);
    }

    @Allowed(Right.WORK_ON_CASES)
    @GetMapping(ACTIONS)
    ModelAndView act(Caller caller, Language language, @PathVariable Map<String, String> at) {
        return form(turn(caller, language, at), Map.of());
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(ACTIONS)
    ModelAndView acted(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> given) {
        return go(turn(caller, language, at), given);
    }

    @Allowed(Right.REPLY_TO_CASES)
    @GetMapping(REPLIES)
    ModelAndView reply(Caller caller, Language language, @PathVariable Map<String, String> at) {
        return form(turn(caller, language, at), Map.of());
    }

    @Allowed(Right.REPLY_TO_CASES)
    @PostMapping(REPLIES)
    ModelAndView replied(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> given) {
        return go(turn(caller, language, at), given);
    }

    @Allowed(Right.RULE_ON_APPEALS)
    @GetMapping(RULINGS)
    ModelAndView rule(Caller caller, Language language, @PathVariable Map<String, String> at) {
        return form(turn(caller, language, at), Map.of());
    }

    @Allowed(Right.RULE_ON_APPEALS)
    @PostMapping(RULINGS)
    ModelAndView ruled(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> given) {
        return go(turn(caller, language, at), given);
    }

    @Allowed(Right.HOLD_SAMPLES)
    @GetMapping(HANDS)
    ModelAndView hand(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam(defaultValue = "") String part) {
        return form(turn(caller, language, at), Map.of("sample", part));
    }

    @Allowed(Right.HOLD_SAMPLES)
    @PostMapping(HANDS)
    ModelAndView handed(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> given) {
        return go(turn(caller, language, at), given);
    }

    @Allowed(Right.HELP_IN_CASES)
    @GetMapping(HELP)
    ModelAndView help(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam(defaultValue = "") String part) {
        return form(turn(caller, language, at), Map.of("task", part));
    }

    @Allowed(Right.HELP_IN_CASES)
    @PostMapping(HELP)
    ModelAndView helped(
            Caller caller,
            Language language,
            @PathVariable Map<String, String> at,
            @RequestParam Map<String, String> given) {
        return go(turn(caller, language, at), given);
    }

    /// @param at name of the case and code of the action
    private CaseTurn turn(Caller caller, Language language, Map<String, String> at) {
        String name = Objects.requireNonNull(at.get("name"));
        CaseAction action = CaseAction.parse(Objects.requireNonNull(at.get("action")));
        return new CaseTurn(caller, language, action, name, "", cases.seen(caller, name));
    }

    /// Shows the form again, or what will be entered, or enters it.
    private ModelAndView go(CaseTurn turn, Map<String, String> given) {
        String go = given.getOrDefault(GO, "");
        long now = Language.micros(clock.instant());
        CaseForm form = new CaseForm(turn.action(), turn.language(), given, now);
        if (go.equals("change")) {
            return page(turn, form, HttpStatus.OK, "");
        }
        Optional<CaseStep> step =
                form.step(first ->
                                cases.opening(
                                        turn.name(),
                                        turn.finding(),
                                        first.assigned(),
                                        first.party(),
                                        first.facility()))
                        .map(written -> timed(turn, written));
        if (step.isEmpty() || !form.isAllowed(step.get(), clauses(now))) {
            return page(turn, form, HttpStatus.UNPROCESSABLE_CONTENT, "");
        }
        return go.equals("enter")
                ? enter(turn, form, step.get(), given.getOrDefault(KEY, ""))
                : confirmation(turn, form, step.get());
    }

    private List<PenaltyClause> clauses(long nowMicros) {
        return ledger.law().penalties().stream()
                .filter(clause -> clause.span().contains(nowMicros))
                .toList();
    }

    /// An appeal with the time that the law gives for it.
    private CaseStep timed(CaseTurn turn, CaseStep step) {
        return step instanceof AppealStep.Appealed(String penalty, String ground, long _)
                ? appeals.appealed(turn.name(), penalty, ground)
                : step;
    }

    private ModelAndView form(CaseTurn turn, Map<String, String> given) {
        CaseFile file = turn.file();
        if (file != null && turn.action().lacks(file, turn.caller())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "nothing waits for this any more / 已没有可办理的对象: " + turn.name());
        }
        CaseForm form =
                new CaseForm(
                        turn.action(), turn.language(), given, Language.micros(clock.instant()));
        return page(turn, form, HttpStatus.OK, "");
    }

    /// @param refusal why the ledger did not take it, empty unless it did not
    private ModelAndView page(CaseTurn turn, CaseForm form, HttpStatus status, String refusal) {
        ModelAndView page = new ModelAndView("case-form", status);
        page.addAllObjects(shared(turn));
        page.addObject("fields", form.fields(kind -> options.of(kind, turn)));
        page.addObject("refusal", refusal);
        long now = Language.micros(clock.instant());
        page.addObject("today", LedgerTime.dateOf(now).toString());
        Law law = ledger.law();
        page.addObject("basis", Basis.duties(law, turn.action().duties(), now, turn.language()));
        page.addObject(
                "clauses",
                turn.action().isPunishing()
                        ? Basis.penalties(law, now, turn.language())
                        : List.of());
        return page;
    }

    private static Map<String, Object> shared(CaseTurn turn) {
        Map<String, Object> shared = new HashMap<>();
        shared.put("action", turn.action().code());
        shared.put("address", turn.address());
        shared.put("name", turn.name());
        shared.put("finding", turn.finding());
        shared.put("home", turn.home());
        return shared;
    }

    private static ModelAndView confirmation(CaseTurn turn, CaseForm form, CaseStep step) {
        ModelAndView page = new ModelAndView("case-confirm");
        page.addAllObjects(shared(turn));
        page.addObject("fields", form.fields(_ -> List.of()));
        page.addObject("person", turn.caller().name());
        page.addObject("organisation", turn.caller().organisation());
        page.addObject("opened", step instanceof CaseStep.Opened opened ? opened : null);
        page.addObject("step", step.code());
        page.addObject("parts", CaseView.parts(step, true, turn.language()));
        page.addObject("key", FormKeys.fresh());
        return page;
    }

    private ModelAndView enter(CaseTurn turn, CaseForm form, CaseStep step, String key) {
        Receipted told;
        try {
            told = Objects.requireNonNull(sent(turn, step, key).getBody());
        } catch (ResponseStatusException e) {
            if (e.getStatusCode() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw e;
            }
            String why = turn.language().half(Objects.requireNonNullElse(e.getReason(), ""));
            return page(turn, form, HttpStatus.UNPROCESSABLE_CONTENT, why);
        }
        Reason reason = told.reason();
        if (reason != null) {
            return page(
                    turn,
                    form,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    turn.language().pick(reason.message(), reason.messageZh()));
        }
        return new ModelAndView("redirect:%s?entered=%d".formatted(turn.home(), told.position()));
    }

    private ResponseEntity<Receipted> sent(CaseTurn turn, CaseStep step, String key) {
        Cases.Asked asked = new Cases.Asked(turn.caller(), key, turn.name());
        return switch (step) {
            case AppealStep.Ruled ruled ->
                    appeals.rule(turn.caller(), key, turn.name(), ruled, ruled);
            case CaseStep.Alone alone -> cases.take(asked, alone);
            case CaseStep.Penalised penalty -> cases.penalise(asked, "penalty-" + key, penalty);
        };
    }

    /// A name that no other case has: the day, and letters that were drawn.
    private String newName() {
        return LedgerTime.dateOf(Language.micros(clock.instant()))
                + "-"
                + FormKeys.fresh().substring(0, 6);
    }
}
