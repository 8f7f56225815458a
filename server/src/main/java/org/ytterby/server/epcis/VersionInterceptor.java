package org.ytterby.server.epcis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/// Says which versions of the standards are spoken, and refuses whoever can hear others only, or
/// wants an answer in another format than JSON.
final class VersionInterceptor implements HandlerInterceptor {
    /// Characters of an address with its query.
    static final int URI_MAX = 16_000;

    private static final List<MediaType> FORMATS =
            List.of(MediaType.APPLICATION_JSON, new MediaType("application", "ld+json"));
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){0,2}");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(Headers.EPCIS_VERSION, Headers.VERSION);
        response.setHeader(Headers.CBV_VERSION, Headers.VERSION);
        response.setHeader(Headers.EXTENSIONS, Headers.UNDERSTOOD);
        checkLength(request);
        checkFormat(request);
        check(request, Headers.EPCIS_VERSION, true, true);
        check(request, Headers.EPCIS_MIN, true, false);
        check(request, Headers.EPCIS_MAX, false, true);
        check(request, Headers.CBV_VERSION, true, true);
        check(request, Headers.CBV_MIN, true, false);
        check(request, Headers.CBV_MAX, false, true);
        checkKept(request);
        return true;
    }

    private static void checkLength(HttpServletRequest request) {
        String query = request.getQueryString();
        int length = request.getRequestURI().length() + (query == null ? 0 : query.length());
        if (length > URI_MAX) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.URI_TOO_LONG,
                    "at most " + URI_MAX + " characters; give the query a name instead",
                    "地址最多 " + URI_MAX + " 个字符；请改用命名查询");
        }
    }

    private static void checkFormat(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return;
        }
        List<MediaType> accepted;
        try {
            accepted = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException _) {
            accepted = List.of();
        }
        boolean isSpoken =
                accepted.stream()
                        .anyMatch(type -> FORMATS.stream().anyMatch(type::isCompatibleWith));
        if (!isSpoken) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.NOT_ACCEPTABLE,
                    "answers are in application/json or application/ld+json, not " + accept,
                    "仅以 application/json 或 application/ld+json 返回，不支持 " + accept);
        }
    }

    /// The format of words asks something of answers in XML only.
    private static void checkKept(HttpServletRequest request) {
        String asked = request.getHeader(Headers.EPC_FORMAT);
        if (asked != null
                && !List.of(Headers.NEVER_TRANSLATES, Headers.NO_PREFERENCE).contains(asked)) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.NOT_ACCEPTABLE,
                    Headers.EPC_FORMAT + ": names are answered as they were captured",
                    Headers.EPC_FORMAT + "：标识按采集时的形式返回");
        }
    }

    private static void check(
            HttpServletRequest request, String header, boolean isLeast, boolean isMost) {
        String asked = request.getHeader(header);
        if (asked == null) {
            return;
        }
        int order = VERSION.matcher(asked).matches() ? compare(asked, Headers.VERSION) : 1;
        boolean isMissed =
                !VERSION.matcher(asked).matches()
                        || (isLeast && order > 0)
                        || (isMost && order < 0);
        if (isMissed) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.NOT_ACCEPTABLE,
                    header + ": only " + Headers.VERSION + " is spoken, not " + asked,
                    header + "：仅支持 " + Headers.VERSION + "，不支持 " + asked);
        }
    }

    /// Compares as far as both are told: 2, 2.0 and 2.0.0 are equal.
    private static int compare(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
