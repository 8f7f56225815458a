package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Reward.Kind;
import org.ytterby.core.ledger.entry.Sender.Standing;

/// Dated law and rewards: each refusal, what is taken, and the same by the naive twin.
class LawDeciderTest {
    private static final long NOW = 1_000;
    private static final Sender LOADER = new Sender("authority", "o", Standing.EVERYBODY);
    private static final Sender FIRST = new Sender("authority", "f", Standing.AUTHORITY);
    private static final Sender SECOND = new Sender("authority", "s", Standing.AUTHORITY);
    private static final Sender MINE = new Sender("mine", "m", Standing.OWN_FACILITIES);

    private final LedgerState state = new LedgerState();
    private final NaiveLedger twin = new NaiveLedger();
    private int sent;

    LawDeciderTest() {
        take(
                LOADER,
                new Command.Declare(
                        List.of(row("facilities", Map.of("facility", "M-1", "party", "mine")))));
        take(LOADER, new Command.Act("C-1", new CaseStep.Opened("f", "r", "mine", "M-1", "o")));
    }

    private static DeclaredRow row(String table, Map<String, String> cells) {
        return new DeclaredRow(table, new TreeMap<>(cells));
    }

    private static Command.Enact limit(String from) {
        return new Command.Enact(
                row("limits", Map.of("limit", "stocktake_days_max", "value", "30", "from", from)));
    }

    private static Command propose(String name, Command.FourEyes command) {
        return new Command.Propose(name, command, NOW + 1);
    }

    private static Command.Award award(String facility, String caseName) {
        return new Command.Award(
                new Reward("mine", facility, caseName, Kind.COMMENDATION, 0, "art. 1", "first"));
    }

    private Decision decide(Sender sender, Command command) {
        return new Decider(state)
                .decide(new Submission(sender, "k" + sent++, "0".repeat(64), command), NOW);
    }

    private void take(Sender sender, Command command) {
        assertThat(twin.refusal(sender, command, NOW)).isEmpty();
        assertThat(decide(sender, command))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted ->
                                accepted.entries()
                                        .forEach(entry -> {
                                            state.apply(entry);
                                            twin.add(entry);
                                        }));
    }

    private void refuses(Code code, Sender sender, Command command) {
        assertThat(twin.refusal(sender, command, NOW)).isEqualTo(Optional.of(code));
        assertThat(decide(sender, command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void aRowOfLawTakesTwoPersonsAndThenHoldsForGood() {
        refuses(Code.APPROVAL_NEEDED, FIRST, limit("2026-01-01"));
        take(FIRST, propose("L1", limit("2026-01-01")));
        refuses(Code.SAME_PERSON, FIRST, new Command.Approve("L1"));
        refuses(Code.NOT_ALLOWED, MINE, new Command.Approve("L1"));
        take(SECOND, new Command.Approve("L1"));
        refuses(Code.ROW_EXISTS, FIRST, propose("L2", limit("2026-01-01")));
        take(FIRST, propose("L2", limit("2026-01-02")));
    }

    @Test
    void whatWasProposedTwiceBindsOnce() {
        take(FIRST, propose("L1", limit("2026-01-01")));
        take(FIRST, propose("L2", limit("2026-01-01")));
        take(SECOND, new Command.Approve("L2"));
        refuses(Code.ROW_EXISTS, SECOND, new Command.Approve("L1"));
    }

    @Test
    void lawIsForAuthoritiesAndInItsTablesAlone() {
        refuses(Code.NOT_ALLOWED, MINE, limit("2026-01-01"));
        refuses(Code.NOT_ALLOWED, MINE, propose("L1", limit("2026-01-01")));
        refuses(
                Code.TABLE_UNKNOWN,
                FIRST,
                propose("L1", new Command.Enact(row("flows", Map.of("from", "2026-01-01")))));
    }

    @Test
    void aRewardTakesTwoPersonsAndNamesWhatThereIs() {
        refuses(Code.APPROVAL_NEEDED, FIRST, award("", ""));
        refuses(Code.NOT_ALLOWED, MINE, propose("R1", award("", "")));
        refuses(Code.FACILITY_UNKNOWN, FIRST, propose("R1", award("M-9", "")));
        refuses(Code.CASE_UNKNOWN, FIRST, propose("R1", award("M-1", "C-9")));
        Command.Award another =
                new Command.Award(new Reward("other", "M-1", "", Kind.MONEY, 5, "art. 1", "first"));
        refuses(Code.FACILITY_OF_ANOTHER, FIRST, propose("R1", another));
        take(FIRST, propose("R1", award("M-1", "C-1")));
        refuses(Code.SAME_PERSON, FIRST, new Command.Approve("R1"));
        take(SECOND, new Command.Approve("R1"));
    }

    private static Command.Revoke revoke(String reward, String party) {
        return new Command.Revoke(new Revocation(reward, party, "art. 2", "figures were false"));
    }

    @Test
    void aRewardIsRevokedOnceByTwoWhoNameIt() {
        take(FIRST, propose("R1", award("", "")));
        refuses(Code.REWARD_UNKNOWN, FIRST, propose("V1", revoke("R1", "mine")));
        take(SECOND, new Command.Approve("R1"));
        refuses(Code.NOT_ALLOWED, MINE, revoke("R1", "mine"));
        refuses(Code.APPROVAL_NEEDED, FIRST, revoke("R1", "mine"));
        refuses(Code.NOT_ALLOWED, MINE, propose("V1", revoke("R1", "mine")));
        refuses(Code.REWARD_UNKNOWN, FIRST, propose("V1", revoke("R1", "other")));
        refuses(Code.REWARD_UNKNOWN, FIRST, propose("V1", revoke("R2", "mine")));
        take(FIRST, propose("V1", revoke("R1", "mine")));
        take(FIRST, propose("V2", revoke("R1", "mine")));
        refuses(Code.SAME_PERSON, FIRST, new Command.Approve("V1"));
        take(SECOND, new Command.Approve("V1"));
        refuses(Code.REWARD_REVOKED, SECOND, new Command.Approve("V2"));
        refuses(Code.REWARD_REVOKED, FIRST, propose("V3", revoke("R1", "mine")));
    }

    @ParameterizedTest
    @CsvSource({"'',mine,b,r", "R1,'',b,r", "R1,mine,'',r", "R1,mine,b,' '", "two words,mine,b,r"})
    void aRevocationThatSaysTooLittleIsNone(
            String reward, String party, String basis, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Revocation(reward, party, basis, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "MONEY,0,basis,reason",
        "MONEY,-1,basis,reason",
        "COMMENDATION,1,basis,reason",
        "COMMENDATION,0,'',reason",
        "COMMENDATION,0,basis,' '",
    })
    void aRewardThatSaysTooLittleIsNone(Kind kind, long amount, String basis, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reward("mine", "", "", kind, amount, basis, reason));
    }
}
