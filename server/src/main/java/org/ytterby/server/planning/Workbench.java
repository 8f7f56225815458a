package org.ytterby.server.planning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.LinkedAllocator;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.formats.intake.AllocationInput;
import org.ytterby.formats.intake.AllocationReader;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.server.identity.Caller;

/// Reads workbooks, plans them, and tries things on them. Safe for use by several threads.
@Component
public class Workbench {
    /// Workbooks that stay read.
    private static final int KEPT_MAX = 8;

    private final Drafts drafts;
    private final Map<Long, AllocationInput> kept =
            new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, AllocationInput> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    Workbench(Drafts drafts) {
        this.drafts = drafts;
    }

    /// What a draft asks for, and what comes of it.
    ///
    /// @param requests by stage, with all changes on them
    public record Worked(List<Request> requests, List<FeedLink> links, Linked outcome) {
        /// The plan of a stage, where there is one.
        public Optional<Allocation> plan(PlanStage stage) {
            return outcome instanceof Linked.Planned planned
                    ? Optional.ofNullable(planned.plans().get(stage))
                    : Optional.empty();
        }

        /// What a stage asks for, where it is planned.
        public Optional<Request> request(PlanStage stage) {
            return requests.stream().filter(r -> r.policy().stage() == stage).findFirst();
        }

        /// The same with another request for one stage.
        public Worked with(Request tried) {
            List<Request> all = new ArrayList<>();
            for (Request request : requests) {
                boolean isIt = request.policy().stage() == tried.policy().stage();
                all.add(isIt ? tried : request);
            }
            return of(all, links);
        }

        private static Worked of(List<Request> requests, List<FeedLink> links) {
            return new Worked(requests, links, LinkedAllocator.outcome(requests, links));
        }
    }

    /// Takes a workbook and keeps it as a draft, whatever is wrong in its cells.
    ///
    /// @return number of the draft
    /// @throws PackageUnreadable if it is no allocation workbook
    public long take(Caller caller, String title, String file, byte[] content) {
        AllocationInput input = read(file, content);
        return drafts.add(caller, title, file, content, input.errors().size());
    }

    /// What the workbook of a draft says.
    public AllocationInput input(Draft draft) {
        synchronized (kept) {
            return kept.computeIfAbsent(
                    draft.source().workbook(),
                    _ -> read(draft.source().file(), drafts.content(draft)));
        }
    }

    /// Plans a draft.
    ///
    /// @throws IllegalArgumentException if its workbook has errors
    public Worked worked(Draft draft) {
        if (draft.errors() > 0) {
            throw new IllegalArgumentException("draft " + draft.id() + " has errors");
        }
        AllocationInput input = input(draft);
        List<Request> requests = new ArrayList<>(input.requests());
        for (SortedMap<String, String> change : draft.changes()) {
            requests.replaceAll(request -> changed(request, change));
        }
        return Worked.of(requests, input.links());
    }

    private static Request changed(Request request, SortedMap<String, String> change) {
        if (!request.policy().stage().code().equals(change.get("stage"))) {
            return request;
        }
        Request tried = TrialForm.read(request, change).tried();
        if (tried == null) {
            throw new IllegalStateException("a kept change cannot be made: " + change);
        }
        return tried;
    }

    private static AllocationInput read(String file, byte[] content) {
        try {
            Path folder = Files.createTempDirectory("ytterby-workbook");
            Path path = folder.resolve("workbook.xlsx");
            try {
                Files.write(path, content);
                return AllocationReader.read(path);
            } catch (PackageUnreadable e) {
                throw e.named(path.toString(), file);
            } finally {
                Files.deleteIfExists(path);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
