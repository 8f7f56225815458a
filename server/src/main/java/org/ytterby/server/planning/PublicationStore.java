package org.ytterby.server.planning;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.server.identity.ScopedReads;

/// Keeps what was published. Safe for use by several threads.
@Component
class PublicationStore {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ScopedReads reads;

    PublicationStore(JdbcClient jdbc, TransactionOperations transactions, ScopedReads reads) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reads = reads;
    }

    /// Keeps a publication, unless its draft was published before.
    void add(Publication publication) {
        transactions.executeWithoutResult(_ -> {
            int added =
                    jdbc.sql(
                                    """
                                    INSERT INTO planning.publication
                                      (draft, year, total_t, issued_on, person, organisation, at)
                                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                    """)
                            .params(
                                    publication.draft(),
                                    publication.year(),
                                    publication.totalT(),
                                    Date.valueOf(publication.issuedOn()),
                                    publication.made().person(),
                                    publication.made().organisation(),
                                    timestamp(publication.made().atMicros()))
                            .update();
            if (added == 1) {
                publication.recipients().forEach(r -> add(publication.draft(), r));
            }
        });
    }

    private void add(long draft, Publication.Recipient recipient) {
        jdbc.sql(
                        """
                        INSERT INTO planning.recipient
                          (draft, stage, party, tonnes, plan, proposal, sheet_zh, sheet_en)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        draft,
                        recipient.stage(),
                        recipient.party(),
                        recipient.tonnes(),
                        recipient.plan(),
                        recipient.proposal(),
                        recipient.why().zh(),
                        recipient.why().en())
                .update();
    }

    private static Timestamp timestamp(long micros) {
        return Timestamp.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    Optional<Publication> find(long draft) {
        return jdbc.sql(
                        "SELECT year, total_t, issued_on, person, organisation, at FROM"
                                + " planning.publication WHERE draft = ?")
                .param(draft)
                .query((row, _) ->
                        new Publication(
                                draft,
                                row.getInt(1),
                                row.getLong(2),
                                row.getDate(3).toLocalDate(),
                                new Draft.Made(
                                        row.getString(4),
                                        row.getString(5),
                                        ChronoUnit.MICROS.between(
                                                Instant.EPOCH, row.getTimestamp(6).toInstant())),
                                recipients(draft)))
                .optional();
    }

    private List<Publication.Recipient> recipients(long draft) {
        return jdbc.sql(
                        "SELECT stage, party, tonnes, plan, proposal, sheet_zh, sheet_en FROM"
                                + " planning.recipient WHERE draft = ? ORDER BY stage, party")
                .param(draft)
                .query((row, _) ->
                        new Publication.Recipient(
                                row.getString(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                new Publication.Sheets(row.getString(6), row.getString(7))))
                .list();
    }

    /// What the database shows whoever asks of their own organisation's plans, newest first.
    List<OwnPlan> own(String organisation) {
        return reads.read(() ->
                jdbc.sql(
                                """
                                SELECT r.draft, r.stage, p.year, p.issued_on, r.tonnes, r.plan, r.sheet_zh, r.sheet_en
                                FROM planning.recipient AS r JOIN planning.publication AS p ON p.draft = r.draft
                                WHERE r.party = ? ORDER BY r.draft DESC, r.stage\
                                """)
                        .param(organisation)
                        .query((row, _) ->
                                new OwnPlan(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getDate(4).toLocalDate(),
                                        row.getLong(5),
                                        row.getString(6),
                                        new Publication.Sheets(row.getString(7), row.getString(8))))
                        .list());
    }
}
