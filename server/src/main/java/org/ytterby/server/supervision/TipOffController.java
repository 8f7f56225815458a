package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;

/// Tip-offs: anybody tells something, unknown if they wish, and comes back by a code.
@RestController
@RequestMapping(path = "/api/v1/tip-offs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "tip-offs", description = "What the public tells / 公众举报")
class TipOffController {
    private static final int LIMIT_MAX = 1_000;

    private final TipOffs tipOffs;

    TipOffController(TipOffs tipOffs) {
        this.tipOffs = tipOffs;
    }

    /// @param text who did what, where and when; 1 to 4,000 characters
    record Telling(String text) {
        Telling {
            Given.all(text);
        }
    }

    /// @param code by which who told it comes back; it is not kept and cannot be had again
    record Told(String code) {}

    @OpenToAll
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tell something without a name")
    Told tell(@RequestBody Telling asked) {
        return new Told(tipOffs.add(text(asked.text())));
    }

    record Following(String code) {
        Following {
            Given.all(code);
        }
    }

    @OpenToAll
    @PostMapping(path = "/followed", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What became of it, by its code")
    TipOffs.TipOff follow(@RequestBody Following asked) {
        return found(tipOffs.number(asked.code()).flatMap(tipOffs::find));
    }

    record Adding(String code, String text) {
        Adding {
            Given.all(code, text);
        }
    }

    @OpenToAll
    @PostMapping(path = "/additions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add something to it, by its code")
    TipOffs.TipOff add(@RequestBody Adding asked) {
        return written(found(tipOffs.number(asked.code())), false, asked.text());
    }

    /// @param next number to go on before; absent on the last page
    @Schema(name = "TipOffPage")
    record Page(List<TipOffs.TipOff> items, @Nullable Long next) {}

    @Allowed(Right.HEAR_TIP_OFFS)
    @GetMapping
    @Operation(summary = "Tip-offs, newest first")
    Page list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "9007199254740991") long before,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit: 1 to 1000 / 每页 1 至 1000 条");
        }
        List<TipOffs.TipOff> found =
                tipOffs.list(state == null ? null : state(state), before, limit + 1);
        List<TipOffs.TipOff> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(shown, found.size() > limit ? shown.getLast().number() : null);
    }

    @Allowed(Right.HEAR_TIP_OFFS)
    @PostMapping(path = "/{number}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Write to whoever told it")
    TipOffs.TipOff answer(Caller caller, @PathVariable long number, @RequestBody Telling asked) {
        found(tipOffs.find(number));
        return written(number, true, asked.text());
    }

    /// @param state `new`, `taken-up` or `not-pursued`
    record Setting(String state) {
        Setting {
            Given.all(state);
        }
    }

    @Allowed(Right.HEAR_TIP_OFFS)
    @PostMapping(path = "/{number}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Say how far it is")
    TipOffs.TipOff set(Caller caller, @PathVariable long number, @RequestBody Setting asked) {
        tipOffs.set(number, state(asked.state()));
        return found(tipOffs.find(number));
    }

    private TipOffs.TipOff written(long number, boolean isAuthority, String text) {
        if (!tipOffs.write(number, isAuthority, text(text))) {
            throw Submitter.unprocessable(
                    "a tip-off has at most %d messages / 每件举报最多 %d 条留言"
                            .formatted(TipOffs.MESSAGES_MAX, TipOffs.MESSAGES_MAX));
        }
        return found(tipOffs.find(number));
    }

    private static <T> T found(Optional<T> tipOff) {
        return tipOff.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such tip-off / 没有该举报"));
    }

    private static TipOffs.State state(String code) {
        return TipOffs.State.of(code)
                .orElseThrow(() ->
                        Submitter.unprocessable(
                                "state: new, taken-up or not-pursued / state 须为 new、taken-up 或 not-pursued"));
    }

    private static String text(String given) {
        if (!TipOffs.isText(given)) {
            throw Submitter.unprocessable(
                    "text: 1 to %d characters, none of them a control character / 文字须为 1 至 %d 个字符，不含控制字符"
                            .formatted(TipOffs.TEXT_MAX, TipOffs.TEXT_MAX));
        }
        return given;
    }
}
