package org.ytterby.server.desk.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.supervision.Text;
import org.ytterby.server.web.Language;

/// A device in plain words, by what its program calls itself (RFC 9110, section 10.1.5).
final class Device {
    /// Looked for in this order: most browsers name others beside themselves.
    private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("MicroMessenger/", "WeChat");
        PROGRAMS.put("Edg/", "Edge");
        PROGRAMS.put("EdgA/", "Edge");
        PROGRAMS.put("QQBrowser/", "QQ Browser");
        PROGRAMS.put("OPR/", "Opera");
        PROGRAMS.put("Firefox/", "Firefox");
        PROGRAMS.put("FxiOS/", "Firefox");
        PROGRAMS.put("CriOS/", "Chrome");
        PROGRAMS.put("Chrome/", "Chrome");
        PROGRAMS.put("Safari/", "Safari");
        SYSTEMS.put("HarmonyOS", "HarmonyOS");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Macintosh", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Device() {}

    /// @param agent empty where it was not told
    static String words(String agent, Language language) {
        if (agent.isBlank()) {
            return language.pick("A device that does not say what it is", "未说明类型的设备");
        }
        Optional<String> program = first(PROGRAMS, agent);
        Optional<String> system = first(SYSTEMS, agent);
        if (program.isPresent()) {
            String at = system.map(s -> language.say(on(s))).orElse("");
            return program.get() + at;
        }
        return language.pick("A program: ", "程序：") + agent.split("[/ (]", 2)[0];
    }

    private static Text on(String system) {
        return new Text(" on " + system, "（" + system + "）");
    }

    private static Optional<String> first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
