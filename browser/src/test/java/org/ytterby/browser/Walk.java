package org.ytterby.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Finds the pages that somebody can reach by links, one of each kind.
///
/// Addresses are of one kind where they differ in names and numbers alone.
final class Walk {
    private static final Pattern NAME = Pattern.compile("[^/]*[0-9A-Z][^/]*");
    private static final Set<String> NO_PAGES = Set.of("/api", "/ledger/receipts/*");
    private static final int PAGES_MAX = 80;

    private Walk() {}

    /// Opens each, from the page that is open.
    ///
    /// @param visitor told the address of each page while it is open
    /// @return addresses by kind
    static Map<String, String> from(Page page, Consumer<String> visitor) {
        Map<String, String> found = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>();
        Set<String> met = new HashSet<>();
        next.add(URI.create(page.url()).getPath());
        while (!next.isEmpty()) {
            if (found.size() > PAGES_MAX) {
                throw new AssertionError("more kinds of pages than can be: " + found);
            }
            String address = next.remove();
            String kind = kind(address);
            if (NO_PAGES.contains(kind)
                    || kind.endsWith("/csv")
                    || kind.endsWith("/xlsx")
                    || !met.add(kind)) {
                continue;
            }
            Response response = page.navigate(address);
            if (response == null || !response.ok()) {
                throw new AssertionError("a link leads nowhere: " + address);
            }
            found.put(kind, address);
            visitor.accept(address);
            for (String link : links(page)) {
                if (!met.contains(kind(link))) {
                    next.add(link);
                }
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('a[href]')]
                          .filter(a => a.origin === location.origin && !a.hasAttribute('download'))
                          .map(a => a.pathname + a.search)
                        """);
    }

    static String kind(String address) {
        URI uri = URI.create(address.replace("|", "%7C"));
        StringBuilder kind = new StringBuilder();
        for (String part : uri.getPath().substring(1).split("/", -1)) {
            kind.append('/').append(NAME.matcher(part).matches() ? "*" : part);
        }
        return kind.toString();
    }
}
