package org.ytterby.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/// Counts the lines of Java methods by their braces.
final class MethodLengths {
    private static final Pattern NO_CODE =
            Pattern.compile(
                    "\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\""
                            + "|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern METHOD =
            Pattern.compile(
                    "(?s)^(?!.*->)(?!.*\\bnew\\b)(?!.*\\brecord\\b).*[\\w>\\]]\\s+\\w+\\s*\\(.*"
                            + "\\)\\s*(throws\\s+[\\w.,\\s]+)?$");
    private static final Pattern CONTROL =
            Pattern.compile(
                    "(?s)^\\s*(\\}\\s*)?(if|else|for|while|switch|try|catch|do|synchronized|return)\\b.*");

    private MethodLengths() {}

    /// `line: n lines` of each method longer than `max`, its braces included.
    static List<String> over(int max, String source) {
        String code = NO_CODE.matcher(source).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
        List<String> found = new ArrayList<>();
        Deque<Integer> starts = new ArrayDeque<>();
        int line = 1;
        int from = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '\n') {
                line++;
            } else if (c == '{') {
                starts.push(isMethod(code.substring(from, at).strip()) ? line : 0);
                from = at + 1;
            } else if (c == '}') {
                int start = starts.isEmpty() ? 0 : starts.pop();
                if (start > 0 && line - start + 1 > max) {
                    found.add(start + ": " + (line - start + 1) + " lines");
                }
                from = at + 1;
            } else if (c == ';') {
                from = at + 1;
            }
        }
        return found;
    }

    private static boolean isMethod(String header) {
        return METHOD.matcher(header).matches() && !CONTROL.matcher(header).matches();
    }
}
