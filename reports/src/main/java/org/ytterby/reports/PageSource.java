package org.ytterby.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the page's parts from the class path and makes them safe to stand inside HTML.
final class PageSource {
    private static final String CHARTS = "/META-INF/maven/org.webjars/echarts/pom.properties";
    private static final String CHARTS_FOLDER = "/META-INF/resources/webjars/echarts/";

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    /// A file of this package.
    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// Files of this package, one after the other.
    String joined(List<String> names) {
        return names.stream().map(this::text).collect(Collectors.joining("\n"));
    }

    /// The chart library, whose version stands in its own archive.
    ///
    /// @throws IllegalStateException if it could end the script element that it stands in
    String charts() {
        Properties properties = new Properties();
        try (InputStream in = stream(CHARTS)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CHARTS, e);
        }
        String script = text(CHARTS_FOLDER + properties.getProperty("version") + "/echarts.min.js");
        if (script.contains("</script") || script.contains("<!--")) {
            throw new IllegalStateException("the chart library cannot stand in a page");
        }
        return script;
    }

    private byte[] bytes(String name) {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private InputStream stream(String name) {
        InputStream in = PageSource.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        return in;
    }

    /// A template with its places filled in one pass, so that nothing filled in is a place again.
    ///
    /// @throws IllegalArgumentException if the template has a place that no part fills
    static String filled(String template, Map<String, String> parts) {
        return PLACE.matcher(template)
                .replaceAll(place -> {
                    String part = parts.get(place.group(1));
                    if (part == null) {
                        throw new IllegalArgumentException("nothing for " + place.group());
                    }
                    return Matcher.quoteReplacement(part);
                });
    }

    /// Text that can stand in an element or a quoted attribute.
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// JSON that can stand in a script element.
    static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /// The source expression of a script in a content-security policy.
    static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
