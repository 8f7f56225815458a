package org.ytterby.server.desk;

import java.util.Collection;
import java.util.stream.Collectors;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.identity.Role;
import org.ytterby.server.web.Language;

/// Roles in words.
public final class RoleWords {
    private RoleWords() {}

    /// Several roles, in their order.
    public static String of(Collection<Role> roles, Language language) {
        return roles.stream()
                .sorted()
                .map(role -> language.say(of(role)))
                .collect(Collectors.joining(language.pick(", ", "、")));
    }

    /// A role in both languages.
    public static Text of(Role role) {
        return switch (role) {
            case ENTERPRISE_REPORTER -> new Text("enterprise reporter", "企业申报员");
            case ENTERPRISE_ADMINISTRATOR -> new Text("administrator of an enterprise", "企业管理员");
            case GROUP_OFFICER -> new Text("group officer", "集团管理员");
            case PLAN_OFFICER -> new Text("plan officer", "计划管理员");
            case SUPERVISOR -> new Text("supervisor", "监管员");
            case ENVIRONMENT_OFFICER -> new Text("environment officer", "环境管理员");
            case EXPORT_ADVISER -> new Text("export adviser", "出口会审员");
            case EXPORT_DECIDER -> new Text("export decider", "出口审批员");
            case CUSTOMS -> new Text("customs officer", "海关关员");
            case SME_OFFICER -> new Text("SME service officer", "中小企业服务员");
            case LABORATORY -> new Text("laboratory", "检测机构");
            case AUDITOR -> new Text("auditor", "审计员");
            case ADMINISTRATOR -> new Text("administrator", "系统管理员");
        };
    }
}
