package org.ytterby.server.notices;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Finding;

/// Where the pages stand that notices lead to. Each is one that those may open who are told.
final class PageLink {
    /// What is about no page.
    static final String NONE = "";

    /// What departments are asked for.
    static final String TASKS = "/tasks";

    /// Samples that were sent to an organisation.
    static final String SAMPLES = "/samples";

    /// The list of findings.
    static final String FINDINGS = "/supervision/findings";

    /// Rewards that somebody sees.
    static final String REWARDS = "/supervision/rewards";

    /// Plans as they stand, and how they were altered.
    static final String CHANGES = "/planning/changes";

    private PageLink() {}

    static String ofCase(String name) {
        return "/cases/" + segment(name);
    }

    static String ofProposal(String name) {
        return "/approvals/" + segment(name);
    }

    static String of(Finding finding) {
        return FINDINGS + "/" + segment(Explainer.nameOf(finding));
    }

    /// The report of a month.
    ///
    /// @param month such as `2026-01`
    static String ofMonth(String facility, String month) {
        return "/ledger/month?month="
                + month
                + "&facility="
                + UriUtils.encodeQueryParam(facility, StandardCharsets.UTF_8);
    }

    /// The form of an environmental return.
    ///
    /// @param month such as `2026-01`
    static String ofReturn(String facility, String month) {
        return "/environment/report?month="
                + month
                + "&facility="
                + UriUtils.encodeQueryParam(facility, StandardCharsets.UTF_8);
    }

    /// The returns of a month.
    static String ofReturns(String month) {
        return "/environment?month=" + month;
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
