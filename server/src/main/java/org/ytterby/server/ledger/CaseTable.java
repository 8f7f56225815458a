package org.ytterby.server.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseParts;
import org.ytterby.core.ledger.entry.Entry;

/// Cases and their steps, as tables beside the entries.
record CaseTable(Sql sql) {
    private record Helper(String organisation, String name) {}

    private record Step(String name, int number, Entry.Stepped stepped) {}

    /// Those of some names that were ever opened.
    List<CaseFile> of(List<String> names) throws SQLException {
        Map<String, CaseFile> files = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            sql.each(
                    "SELECT content FROM ledger.case_step WHERE case_name = ANY (?) ORDER BY"
                            + " case_name, step",
                    row -> {
                        Entry.Stepped next = stepped(row.getBytes(1));
                        files.put(next.name(), CaseFile.of(next, files.get(next.name())));
                    },
                    sql.texts(names));
        }
        return List.copyOf(files.values());
    }

    private static Entry.Stepped stepped(byte[] content) {
        if (EntryJson.parse(content) instanceof Entry.Stepped stepped) {
            return stepped;
        }
        throw new LedgerUnavailable("a row of ledger.case_step holds another entry");
    }

    /// A case is only added to: steps that are there stay as they are.
    void upsert(Collection<CaseFile> files) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO ledger.case_file (case_name, finding, rule, party, facility, assigned, state, due_micros)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                ON CONFLICT (case_name) DO UPDATE SET state = excluded.state, due_micros = excluded.due_micros\
                """,
                sql.column("text", files, CaseFile::name),
                sql.column("text", files, f -> f.opened().finding()),
                sql.column("text", files, f -> f.opened().rule()),
                sql.column("text", files, f -> f.opened().party()),
                sql.column("text", files, f -> f.opened().facility()),
                sql.column("text", files, f -> f.opened().assigned()),
                sql.column("text", files, f -> f.state().code()),
                sql.column("bigint", files, CaseFile::dueMicros));
        List<Step> steps = new ArrayList<>();
        for (CaseFile file : files) {
            for (int i = 0; i < file.steps().size(); i++) {
                steps.add(new Step(file.name(), i, file.steps().get(i)));
            }
        }
        sql.update(
                """
                INSERT INTO ledger.case_step (case_name, step, content)
                SELECT * FROM unnest(?::text[], ?::int[], ?::bytea[]) ON CONFLICT DO NOTHING\
                """,
                sql.column("text", steps, Step::name),
                sql.column("int", steps, Step::number),
                sql.bytes(steps, s -> EntryJson.bytes(s.stepped())));
        upsertHelpers(files);
    }

    private void upsertHelpers(Collection<CaseFile> files) throws SQLException {
        List<Helper> helpers = new ArrayList<>();
        for (CaseFile file : files) {
            for (String organisation : CaseParts.helpers(file.steps())) {
                helpers.add(new Helper(organisation, file.name()));
            }
        }
        sql.update(
                """
                INSERT INTO ledger.case_helper (organisation, case_name)
                SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT DO NOTHING\
                """,
                sql.column("text", helpers, Helper::organisation),
                sql.column("text", helpers, Helper::name));
    }
}
