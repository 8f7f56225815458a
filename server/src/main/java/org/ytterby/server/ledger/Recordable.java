package org.ytterby.server.ledger;

import java.util.Map;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;

/// What can be recorded at all. Whatever cannot must be turned away before it waits in a batch: it
/// would fail the batch, with all that others sent, each time it comes.
final class Recordable {
    /// Longest name of an account.
    private static final int ACCOUNT_LENGTH_MAX = 200;

    /// Longest row, as it is stored; what an entry or a refusal adds still fits beside it.
    private static final int ROW_BYTES_MAX = 60_000;

    /// A character takes at most that many bytes.
    private static final int BYTES_PER_CHARACTER = 6;

    private Recordable() {}

    /// @throws Unrecordable unless every entry and every refusal of the command can be recorded
    static void check(Command command) {
        switch (command) {
            case Command.Declare declare -> declare.rows().forEach(Recordable::checkRow);
            case Command.FourEyes fourEyes -> check(fourEyes);
            case Command.Propose propose -> check(propose.command());
            case Command.Approve(String proposal) -> checkText("proposal", proposal);
            case Command.Reject(String proposal, String reason) -> {
                checkText("proposal", proposal);
                checkText("reason", reason);
            }
            case Command.Withdraw(String proposal) -> checkText("proposal", proposal);
            case Command.Lapse(String proposal) -> checkText("proposal", proposal);
            case Command.Act act -> checkText("case", act.name());
            case Command.Reserve reserve -> checkAccount(reserve.account());
            case Command.Confirm(String hold, long _) -> checkText("hold", hold);
            case Command.Release(String hold) -> checkText("hold", hold);
            case Command.Expire(String hold) -> checkText("hold", hold);
        }
    }

    private static void check(Command.FourEyes command) {
        switch (command) {
            case Command.Grant grant -> {
                checkAccount(grant.account());
                checkRow(grant.document());
            }
            case Command.Split split -> {
                checkAccount(split.from());
                checkAccount(split.to());
                checkRow(split.document());
            }
            case Command.Penalise penalise -> checkText("case", penalise.name());
            case Command.Enact enact -> checkRow(enact.row());
            case Command.Award award -> {
                checkText("party", award.reward().party());
                checkText("facility", award.reward().facility());
            }
            case Command.Revoke revoke -> checkText("party", revoke.revocation().party());
            case Command.Alter(Change change) -> {
                checkAccount(change.account());
                if (change instanceof Change.Transfer transfer) {
                    checkAccount(transfer.to());
                }
            }
        }
    }

    private static void checkAccount(AccountId account) {
        checkText("account", account.name());
        if (account.name().length() > ACCOUNT_LENGTH_MAX) {
            throw new Unrecordable(
                    "account: %d characters, at most %d / 账户名 %d 个字符，最多 %d"
                            .formatted(
                                    account.name().length(),
                                    ACCOUNT_LENGTH_MAX,
                                    account.name().length(),
                                    ACCOUNT_LENGTH_MAX));
        }
    }

    private static void checkRow(DeclaredRow row) {
        int characters = 0;
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            checkText(cell.getKey(), cell.getValue());
            characters += cell.getKey().length() + cell.getValue().length();
        }
        if (characters > ROW_BYTES_MAX / BYTES_PER_CHARACTER) {
            int bytes = EntryJson.bytes(new Entry.Declared(row)).length;
            if (bytes > ROW_BYTES_MAX) {
                throw new Unrecordable(
                        "%s: a row of %d bytes, at most %d / %s：一行 %d 字节，最多 %d"
                                .formatted(
                                        row.table(),
                                        bytes,
                                        ROW_BYTES_MAX,
                                        row.table(),
                                        bytes,
                                        ROW_BYTES_MAX));
            }
        }
    }

    /// The database keeps no NUL, and no half of a pair of surrogates has bytes in UTF-8.
    private static void checkText(String name, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !isPair)) {
                throw new Unrecordable(
                        "%s: U+%04X at character %d cannot be kept / %s：第 %d 个字符 U+%04X 无法保存"
                                .formatted(name, (int) c, i + 1, name, i + 1, (int) c));
            }
            i += isPair ? 1 : 0;
        }
    }
}
