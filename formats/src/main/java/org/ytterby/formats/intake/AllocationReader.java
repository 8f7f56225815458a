package org.ytterby.formats.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.workbook.Workbook;

/// Reads an allocation workbook.
public final class AllocationReader {
    private AllocationReader() {}

    /// Reads a workbook; every problem has its sheet, row, column and value.
    ///
    /// @throws PackageUnreadable if it is no workbook, or lacks a sheet that must be there
    public static AllocationInput read(Path path) {
        try (WorkbookFiles files = open(path)) {
            return read(files);
        }
    }

    private static WorkbookFiles open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new PackageUnreadable(
                    new Wording(
                            path + ": no such file; give an allocation workbook (.xlsx)",
                            path + "：没有这个文件，请给出指标分配工作簿（.xlsx）"));
        }
        Archive archive = Archive.open(path);
        try {
            if (!Workbook.isWorkbook(new WorkbookFiles.ArchiveParts(archive))) {
                throw new PackageUnreadable(
                        new Wording(path + " is no workbook (.xlsx)", path + " 不是工作簿（.xlsx）"));
            }
            WorkbookFiles files =
                    WorkbookFiles.open(path, archive, (_, _) -> {}, PackageSchema.allocation());
            checkSheets(path, files);
            return files;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static void checkSheets(Path path, WorkbookFiles files) {
        List<String> missing = new ArrayList<>();
        for (TableSchema table : PackageSchema.allocation().tables()) {
            if (table.required() && files.file(table.name()).isEmpty()) {
                missing.add(table.name());
            }
        }
        if (!missing.isEmpty()) {
            String list = String.join(", ", missing);
            throw new PackageUnreadable(
                    new Wording(
                            path + " is no allocation workbook: sheet " + list + " missing",
                            path + " 不是指标分配工作簿：缺少工作表 " + list));
        }
    }

    private static AllocationInput read(WorkbookFiles files) {
        Problems problems = new Problems();
        files.tellNotes(problems);
        PolicySheets policy = new PolicySheets(files, problems);
        policy.read();
        EnterpriseSheets enterprises = new EnterpriseSheets(files, problems, policy);
        enterprises.read();
        List<FeedLink> links = new LinkSheet(files, problems, policy, enterprises).read();
        Set<PlanStage> stages = new HashSet<>();
        for (Map.Entry<PlanStage, Policy> planned : policy.policies().entrySet()) {
            if (enterprises.applicants(planned.getKey()).isEmpty()) {
                problems.error(
                        files.called("applications"),
                        0,
                        "stage",
                        planned.getKey().code(),
                        new Wording(
                                "nobody applies at this stage, which has a policy",
                                "该环节有政策参数，却没有企业申报"));
            }
            stages.add(planned.getKey());
        }
        boolean good = problems.all().stream().noneMatch(p -> p.weight() == Problem.Weight.ERROR);
        List<Request> requests = new ArrayList<>();
        for (PlanStage stage : PlanStage.values()) {
            if (good && stages.contains(stage)) {
                requests.add(request(stage, policy, enterprises));
            }
        }
        return new AllocationInput(List.copyOf(requests), links, problems.all());
    }

    private static Request request(
            PlanStage stage, PolicySheets policy, EnterpriseSheets enterprises) {
        List<Applicant> applicants = enterprises.applicants(stage);
        Set<String> ids = new HashSet<>();
        applicants.forEach(applicant -> ids.add(applicant.id()));
        return new Request(
                policy.policy(stage),
                policy.gates(),
                policy.lines(stage),
                policy.bands(stage),
                applicants,
                enterprises.consequences(stage, ids));
    }
}
