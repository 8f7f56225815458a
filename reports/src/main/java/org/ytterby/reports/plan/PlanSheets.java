package org.ytterby.reports.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;

/// Writes a page for each enterprise: Chinese first, then English, each on paper of its own.
public final class PlanSheets {
    private static final int NAME_MAX = 80;

    private PlanSheets() {}

    /// Writes the pages; those of an earlier answer are replaced where names agree.
    ///
    /// @return file of each enterprise, by id
    /// @throws UncheckedIOException if the folder cannot be made or written
    public static Map<String, Path> write(Map<PlanStage, Allocation> plans, Path folder) {
        Map<String, List<PlanSheet.Part>> parts = new TreeMap<>();
        plans.forEach((stage, plan) ->
                parts(stage, plan)
                        .forEach(part ->
                                parts.computeIfAbsent(
                                                part.row().applicant().id(), _ -> new ArrayList<>())
                                        .add(part)));
        Map<String, Path> files = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<PlanSheet.Part>> of : parts.entrySet()) {
                Path file = folder.resolve(fileName(of.getKey(), taken));
                Files.writeString(file, page(of.getValue()));
                files.put(of.getKey(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// What the page of an enterprise says of one stage in one language: a `section` with headings
    /// and tables, all text escaped, to be put into a page that styles it.
    ///
    /// @param id of the applicant
    /// @throws IllegalArgumentException if nobody of that id applied
    public static String section(PlanStage stage, Allocation plan, String id, boolean zh) {
        Html html = new Html();
        List<PlanSheet.Part> own =
                parts(stage, plan).stream()
                        .filter(part -> part.row().applicant().id().equals(id))
                        .toList();
        if (own.isEmpty()) {
            throw new IllegalArgumentException("nobody of that id applied: " + id);
        }
        new PlanSheet(html, zh).write(own);
        return html.part();
    }

    /// What a stage gives to each, best first.
    private static List<PlanSheet.Part> parts(PlanStage stage, Allocation plan) {
        List<PlanSheet.Part> parts = new ArrayList<>();
        for (Allocation.Row row : plan.ranked()) {
            parts.add(new PlanSheet.Part(stage, plan, row, parts.size() + 1));
        }
        return parts;
    }

    private static String page(List<PlanSheet.Part> parts) {
        Html html = new Html(parts.getFirst().row().applicant().name());
        new PlanSheet(html, true).write(parts);
        new PlanSheet(html, false).write(parts);
        return html.page();
    }

    /// A name that every file system takes, of an id that may hold anything.
    private static String fileName(String id, Set<String> taken) {
        String safe = id.replaceAll("[^A-Za-z0-9_-]", "_");
        safe = safe.length() > NAME_MAX ? safe.substring(0, NAME_MAX) : safe;
        String name = safe + ".html";
        for (int k = 2; !taken.add(name.toLowerCase(Locale.ROOT)); k++) {
            name = safe + "-" + k + ".html";
        }
        return name;
    }
}
