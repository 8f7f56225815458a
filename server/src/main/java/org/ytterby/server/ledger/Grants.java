package org.ytterby.server.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// Rows of the ledger package that grant something: which account they open, and with how much.
final class Grants {
    static final String PLANS = "plans";

    static final int KG_PER_T_DIGITS = 3;
    private static final int MG_PER_KG_DIGITS = 6;

    /// How a table grants.
    ///
    /// @param id column with the name of the account
    /// @param amount column with the amount
    /// @param digits by which its unit is larger than the account's
    private record Form(AccountId.Kind kind, String id, String amount, int digits) {}

    private static final Map<String, Form> FORMS =
            Map.of(
                    PLANS,
                    new Form(AccountId.Kind.PLAN, "plan", "tonnes_reo", KG_PER_T_DIGITS),
                    "licences",
                    new Form(AccountId.Kind.LICENCE, "licence", "mass_kg", MG_PER_KG_DIGITS));

    private Grants() {}

    static boolean isGrant(String table) {
        return FORMS.containsKey(table);
    }

    /// The grant that a row makes.
    ///
    /// @param document a row of good form
    /// @throws IllegalArgumentException if its table grants nothing, or no entry can hold its
    ///   amount
    static Command.Grant of(DeclaredRow document) {
        Form form = form(document.table());
        return new Command.Grant(
                new AccountId(form.kind(), document.cell(form.id())), amount(document), document);
    }

    /// How much a row grants, in the unit of its account.
    ///
    /// @throws IllegalArgumentException if no entry can hold it
    static long amount(DeclaredRow document) {
        Form form = form(document.table());
        String cell = document.cell(form.amount()).strip();
        BigDecimal units =
                new BigDecimal(cell)
                        .movePointRight(form.digits())
                        .setScale(0, RoundingMode.HALF_EVEN);
        if (units.abs().compareTo(BigDecimal.valueOf(Command.NUMBER_MAX)) > 0) {
            throw new IllegalArgumentException(
                    "%s is more than an account can hold / 超出账户可记数量: %s"
                            .formatted(form.amount(), cell));
        }
        return units.longValueExact();
    }

    /// What is wrong with the amount of a row, where its table grants something.
    static Optional<Problem> problem(DeclaredRow document) {
        if (!isGrant(document.table())) {
            return Optional.empty();
        }
        try {
            amount(document);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            Form form = form(document.table());
            return Optional.of(
                    new Problem(
                            document.table(),
                            0,
                            form.amount(),
                            document.cell(form.amount()),
                            "more than an account can hold, in " + document.cell(form.id()),
                            "超出账户可记数量，见 " + document.cell(form.id()),
                            Problem.Weight.ERROR));
        }
    }

    /// Somebody with the standing that a command asks for, as far as their roles give it.
    static Sender sender(Caller caller, Command.FourEyes command) {
        return switch (command) {
            case Command.Grant grant ->
                    switch (grant.account().kind()) {
                        case PLAN -> caller.sender(Role.PLAN_OFFICER);
                        case LICENCE -> caller.sender(Role.EXPORT_DECIDER);
                    };
            case Command.Split _ -> caller.sender();
            case Command.Penalise _, Command.Award _, Command.Revoke _ ->
                    caller.sender(Role.SUPERVISOR);
            case Command.Enact _ -> caller.sender(Role.ADMINISTRATOR);
            case Command.Alter(Change change) ->
                    switch (change) {
                        case Change.Amend _, Change.Recall _ -> caller.sender(Role.PLAN_OFFICER);
                        case Change.Transfer _ -> caller.sender();
                    };
        };
    }

    private static Form form(String table) {
        Form form = FORMS.get(table);
        if (form == null) {
            throw new IllegalArgumentException(
                    "rows of plans and licences grant something / 仅计划表和许可证表的行授予指标: " + table);
        }
        return form;
    }
}
