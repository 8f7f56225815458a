package org.ytterby.benchmarks.restart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ytterby.benchmarks.ServiceCaller;
import org.ytterby.server.LedgerService;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.Simulator;

/// A ledger with a simulated year in it, handed in as an administrator would.
final class FilledLedger {
    static final String NAME = "study";
    static final String PASSWORD = "a long password of a study";

    private static final int YEAR = 2019;
    private static final long LOOK_MS = 20;

    private FilledLedger() {}

    /// @param data folder of the service
    /// @param lines of flow to aim at
    /// @param scratch for the package
    /// @return entries, all of them in the log
    static long fill(Path data, long lines, Path scratch) throws IOException {
        Path year = scratch.resolve("year.zip");
        Simulator.write(year, SimulationPlan.honest(YEAR, 1).withLines(lines));
        try (LedgerService service =
                LedgerService.start(new LedgerService.Options(data, null, "127.0.0.1", 0))) {
            service.analysis().close(); // it would analyse what is being handed in
            try (ServiceCaller caller = new ServiceCaller(service, NAME, PASSWORD)) {
                caller.handIn(year);
            }
            long size = service.ledger().size();
            while (service.log().size() < size) {
                Thread.sleep(LOOK_MS);
            }
            return size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while filling the ledger", e);
        } finally {
            Files.deleteIfExists(year);
            Files.deleteIfExists(scratch.resolve("year.planted.json"));
        }
    }
}
