package org.ytterby.server.epcis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.Json;

/// Somebody who wants to be told of the events of a query.
///
/// @param scope whose events they see
/// @param token that calls are signed with; null for none
/// @param schedule a JSON object; null where events are told as they come
/// @param told the last event that was told or passed over
/// @param toldMicros when the other side last took something; null for never
/// @param failures since it last worked
record Subscription(
        UUID id,
        Scope scope,
        String query,
        String destination,
        @Nullable String token,
        boolean isReportedIfEmpty,
        @Nullable String schedule,
        long createdMicros,
        long told,
        @Nullable Long toldMicros,
        int failures) {
    /// After so many failures in a row nothing is tried any more.
    static final int FAILURES_MAX = 12;

    private static final Set<String> FIELDS =
            Set.of(
                    "dest",
                    "signatureToken",
                    "reportIfEmpty",
                    "stream",
                    "schedule",
                    "initialRecordTime",
                    "@context");

    /// What somebody asks for.
    ///
    /// @param since told are events recorded from then on; null for from now on
    record Wish(
            String destination,
            @Nullable String token,
            boolean isReportedIfEmpty,
            Json.@Nullable Members schedule,
            @Nullable Long since) {}

    /// @throws EpcisProblem if it is none, or says neither or both of stream and schedule
    static Wish parse(byte[] body) {
        if (!(NamedQuery.object(body) instanceof Json.Members asked)) {
            throw refused("an object is expected", "应为对象");
        }
        for (String field : asked.members().keySet()) {
            if (!FIELDS.contains(field)) {
                throw refused(field + " is no field of a subscription", field + " 不是订阅的字段");
            }
        }
        String destination = asked.text("dest");
        if (destination == null) {
            throw refused("dest is missing", "缺少 dest");
        }
        boolean isStream = new Json.Truth(true).equals(asked.get("stream"));
        Json.Members schedule = asked.get("schedule") instanceof Json.Members given ? given : null;
        if (isStream == (schedule != null)) {
            throw refused(
                    "either stream, true, or schedule is expected",
                    "应提供 stream（true）或 schedule 之一");
        }
        String since = asked.text("initialRecordTime");
        return new Wish(
                destination,
                asked.text("signatureToken"),
                new Json.Truth(true).equals(asked.get("reportIfEmpty")),
                schedule,
                since == null ? null : new Parameter("initialRecordTime", List.of(since)).time());
    }

    private static EpcisProblem refused(String en, String zh) {
        return EpcisProblem.of(EpcisProblem.Kind.SUBSCRIPTION_CONTROLS, en, zh);
    }

    boolean hasEnded() {
        return failures >= FAILURES_MAX;
    }

    /// As it is shown; the token is not.
    Json json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("subscriptionID", new Json.Text(id.toString()));
        members.put("dest", new Json.Text(destination));
        members.put("createdAt", new Json.Text(Micros.format(createdMicros)));
        if (toldMicros != null) {
            members.put("lastNotifiedAt", new Json.Text(Micros.format(toldMicros)));
        }
        members.put("reportIfEmpty", new Json.Truth(isReportedIfEmpty));
        if (schedule == null) {
            members.put("stream", new Json.Truth(true));
        } else {
            members.put("schedule", NamedQuery.object(EventStore.bytes(schedule)));
        }
        members.put("ytterby:active", new Json.Truth(!hasEnded()));
        return new Json.Members(members);
    }
}
