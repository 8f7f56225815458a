package org.ytterby.benchmarks.speed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/// Somebody else's way to trace a lot backward, over data that it has loaded beforehand.
interface TraceRival extends AutoCloseable {
    Traced trace(int lot) throws SQLException;

    @Override
    void close() throws SQLException;

    /// A recursive query over a table of edges.
    record Sql(Connection connection, PreparedStatement query) implements TraceRival {
        @Override
        public Traced trace(int lot) throws SQLException {
            query.setInt(1, lot);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Traced(row.getLong(1), row.getLong(2));
            }
        }

        @Override
        public void close() throws SQLException {
            query.close();
            connection.close();
        }
    }

    /// `UNION` drops what was met before; in memory, as many threads as the machine has.
    static TraceRival duckDb(LotDag dag) throws SQLException {
        return duckDb(
                dag,
                """
                WITH RECURSIVE t(lot) AS (
                  SELECT ?::INTEGER
                  UNION
                  SELECT e.source FROM t JOIN edge e ON e.lot = t.lot)
                SELECT count(*), sum(lot) FROM t\
                """);
    }

    /// The variant of DuckDB's recursion that keeps one row a key.
    static TraceRival duckDbUsingKey(LotDag dag) throws SQLException {
        return duckDb(
                dag,
                """
                WITH RECURSIVE t(lot, met) USING KEY (lot) AS (
                  SELECT ?::INTEGER, 0
                  UNION
                  SELECT e.source, 0 FROM t JOIN edge e ON e.lot = t.lot)
                SELECT count(*), sum(lot) FROM t\
                """);
    }

    private static TraceRival duckDb(LotDag dag, String query) throws SQLException {
        DuckDBConnection duck =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = duck.createStatement()) {
            statement.execute("CREATE TABLE edge (lot INTEGER, source INTEGER)");
        }
        try (DuckDBAppender rows = duck.createAppender("main", "edge")) {
            for (int lot = 0; lot < dag.lots(); lot++) {
                for (int i = dag.from()[lot]; i < dag.from()[lot + 1]; i++) {
                    rows.beginRow();
                    rows.append(lot);
                    rows.append(dag.sources()[i]);
                    rows.endRow();
                }
            }
        }
        return new Sql(duck, duck.prepareStatement(query));
    }

    /// The edges are a table without row numbers, in the order of its key: SQLite's quickest
    /// look-up.
    static TraceRival sqlite(LotDag dag) throws SQLException {
        Connection lite = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = lite.createStatement()) {
            statement.execute(
                    "CREATE TABLE edge (lot INTEGER, source INTEGER, PRIMARY KEY (lot, source))"
                            + " WITHOUT ROWID");
        }
        lite.setAutoCommit(false);
        try (PreparedStatement insert =
                lite.prepareStatement("INSERT OR IGNORE INTO edge VALUES (?, ?)")) {
            for (int lot = 0; lot < dag.lots(); lot++) {
                for (int i = dag.from()[lot]; i < dag.from()[lot + 1]; i++) {
                    insert.setInt(1, lot);
                    insert.setInt(2, dag.sources()[i]);
                    insert.executeUpdate();
                }
            }
        }
        lite.commit();
        return new Sql(
                lite,
                lite.prepareStatement(
                        """
                        WITH RECURSIVE t(lot) AS (
                          SELECT ?
                          UNION
                          SELECT e.source FROM t JOIN edge e ON e.lot = t.lot)
                        SELECT count(*), sum(lot) FROM t\
                        """));
    }

    /// JGraphT's breadth-first iterator over its default directed graph.
    static TraceRival jGraphT(LotDag dag) {
        SimpleDirectedGraph<Integer, DefaultEdge> graph =
                new SimpleDirectedGraph<>(DefaultEdge.class);
        for (int lot = 0; lot < dag.lots(); lot++) {
            graph.addVertex(lot);
        }
        for (int lot = 0; lot < dag.lots(); lot++) {
            for (int i = dag.from()[lot]; i < dag.from()[lot + 1]; i++) {
                graph.addEdge(lot, dag.sources()[i]); // a source named twice is one edge
            }
        }
        return new InMemory(graph);
    }

    /// A graph of objects.
    record InMemory(SimpleDirectedGraph<Integer, DefaultEdge> graph) implements TraceRival {
        @Override
        public Traced trace(int lot) {
            long lots = 0;
            long sum = 0;
            var walk = new BreadthFirstIterator<>(graph, lot);
            while (walk.hasNext()) {
                sum += walk.next();
                lots++;
            }
            return new Traced(lots, sum);
        }

        @Override
        public void close() {
            // the collector sees to it
        }
    }
}
