package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.FeedLink;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.formats.Wording;

/// Reads who may separate no more than its own ore and its documents feed.
final class LinkSheet {
    private final WorkbookFiles files;
    private final Problems problems;
    private final PolicySheets policy;
    private final EnterpriseSheets enterprises;

    LinkSheet(
            WorkbookFiles files,
            Problems problems,
            PolicySheets policy,
            EnterpriseSheets enterprises) {
        this.files = files;
        this.problems = problems;
        this.policy = policy;
        this.enterprises = enterprises;
    }

    List<FeedLink> read() {
        Map<String, FeedLink> links = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        Table table = new Table("links", files, problems);
        int holder = table.field("holder");
        table.forEach(row -> {
            String id = row.text(holder);
            double recovery = row.number(table.field("recovery"), 1);
            double other = row.number(table.field("other_feed_t"), 0);
            boolean known = policy.groups().containsKey(id) || enterprises.ids().containsKey(id);
            if (row.isGood() && !known) {
                row.bad(
                        holder,
                        new Wording("no group and no enterprise of this id", "没有此编号的集团或企业"));
            }
            Ids.checkNew(row, holder, rows);
            if (row.isGood()) {
                rows.put(id, row.number());
                links.put(id, new FeedLink(id, recovery, other));
            }
        });
        checkHolders(rows);
        return List.copyOf(links.values());
    }

    private void checkHolders(Map<String, Integer> rows) {
        Set<String> separating = new HashSet<>();
        for (Applicant applicant : enterprises.applicants(PlanStage.SEPARATION)) {
            separating.addAll(above(applicant.id()));
        }
        boolean isPlanned = policy.policies().containsKey(PlanStage.SEPARATION);
        rows.forEach((id, row) -> {
            List<String> above = new ArrayList<>(above(id));
            above.remove(id);
            above.retainAll(rows.keySet());
            if (!above.isEmpty()) {
                tell(
                        row,
                        id,
                        new Wording(
                                above.getFirst() + ", which it belongs to, has a link already",
                                "其所属的 " + above.getFirst() + " 已有关联"));
            } else if (!isPlanned || !separating.contains(id)) {
                tell(
                        row,
                        id,
                        new Wording(
                                "nobody of it is planned at the stage separation",
                                "其成员未参加冶炼分离（separation）分配"));
            }
        });
    }

    private void tell(int row, String holder, Wording wording) {
        problems.error(files.called("links"), row, "holder", holder, wording);
    }

    /// An id with the groups above it.
    private List<String> above(String id) {
        List<String> above = new ArrayList<>();
        above.add(id);
        String up = policy.groups().containsKey(id) ? policy.parent(id) : enterprises.group(id);
        while (!up.isEmpty() && !above.contains(up)) {
            above.add(up);
            up = policy.parent(up);
        }
        return above;
    }
}
