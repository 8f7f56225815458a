package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.EntitlementReader.Held;
import org.ytterby.server.ledger.EntitlementReader.Listed;
import org.ytterby.server.ledger.EntitlementReader.Wanted;

/// What plans and licences are left, for those who may know.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "ledger", description = "Declaring and drawing / 申报与核销")
class EntitlementController {
    private final EntitlementReader reader;

    EntitlementController(EntitlementReader reader) {
        this.reader = reader;
    }

    /// @param unit of all amounts
    /// @param drawn for good, or passed on to other accounts
    /// @param left granted and neither set aside nor drawn
    record AccountRow(
            String account,
            String holder,
            String unit,
            long granted,
            long reserved,
            long drawn,
            long left) {
        static AccountRow of(Held held) {
            Account account = held.account();
            return new AccountRow(
                    account.id().toString(),
                    held.holder(),
                    account.id().kind().unit(),
                    account.granted(),
                    account.reserved(),
                    account.posted(),
                    account.available());
        }
    }

    @Allowed(Right.SEE_ACCOUNTS)
    @GetMapping("/accounts")
    @Operation(summary = "Plans and licences with what is granted, reserved, drawn and left")
    Listed<AccountRow> accounts(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return reader.accounts(Sight.of(caller), wanted("", after, limit)).map(AccountRow::of);
    }

    /// @param amount as set aside, in the unit of the account
    /// @param drawn in the end; 0 unless confirmed
    record ReservationRow(
            String hold,
            String account,
            String organisation,
            long amount,
            long untilMicros,
            String state,
            long drawn) {
        static ReservationRow of(Hold hold) {
            return new ReservationRow(
                    hold.name(),
                    hold.account().toString(),
                    hold.organisation(),
                    hold.amount(),
                    hold.untilMicros(),
                    hold.state().code(),
                    hold.drawn());
        }
    }

    @Allowed(Right.SEE_ACCOUNTS)
    @GetMapping("/reservations")
    @Operation(summary = "What is set aside from plans and licences, and what became of it")
    Listed<ReservationRow> reservations(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return reader.holds(Sight.of(caller), wanted(state, after, limit)).map(ReservationRow::of);
    }

    static Wanted wanted(String state, String after, int limit) {
        try {
            return new Wanted(state, after, limit);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
