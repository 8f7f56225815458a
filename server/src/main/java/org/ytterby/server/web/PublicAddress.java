package org.ytterby.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What links that are sent out begin with: the public address that was set, else the address under
/// which the page was asked for.
@Component
public class PublicAddress {
    private final @Nullable PublicUrl url;

    /// @throws IllegalStateException if what is set is no such address
    PublicAddress(Environment settings) {
        String text = settings.getProperty(PublicUrl.SETTING, "").strip();
        try {
            url = text.isEmpty() ? null : PublicUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(PublicUrl.SETTING + ": " + e.getMessage(), e);
        }
    }

    /// The address, without a slash at its end; within a request.
    public String ofLinks() {
        return url == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : url.uri().toString();
    }
}
