package org.ytterby.server.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/// Guards against being made to call what only this machine can reach: no destination in a network
/// of our own, unless the operator names its host.
///
/// @param ownHosts hosts that may be called wherever they are
public record Destinations(Set<String> ownHosts) {
    private static final int BYTE = 0xff;

    public Destinations {
        ownHosts = Set.copyOf(ownHosts);
    }

    /// The address of a destination, if one may call it.
    ///
    /// @throws DestinationRefused if one may not
    public static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new DestinationRefused(text);
        }
        throw new DestinationRefused(text);
    }

    /// The machine behind a destination. Whoever calls it connects to this very address, so that a
    /// name cannot mean another machine later.
    ///
    /// @throws DestinationRefused if it is unknown or in a network of our own
    public InetAddress address(URI destination) {
        String host = destination.getHost();
        try {
            InetAddress[] all = InetAddress.getAllByName(host);
            if (ownHosts.contains(host) || Arrays.stream(all).allMatch(Destinations::isPublic)) {
                return all[0];
            }
        } catch (UnknownHostException e) {
            throw new DestinationRefused(destination.toString());
        }
        throw new DestinationRefused(destination.toString());
    }

    /// Whether an address is of the public network (IANA special-purpose address registries).
    static boolean isPublic(InetAddress address) {
        boolean isOwn =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress();
        return !isOwn
                && switch (address) {
                    case Inet4Address v4 -> isPublic(v4.getAddress());
                    case Inet6Address v6 -> isGlobal(v6.getAddress());
                    default -> false;
                };
    }

    private static boolean isPublic(byte[] v4) {
        int a = v4[0] & BYTE;
        int b = v4[1] & BYTE;
        int c = v4[2] & BYTE;
        boolean isShared = a == 100 && b >= 64 && b < 128;
        boolean isProtocol = a == 192 && b == 0 && (c == 0 || c == 2);
        boolean isTest =
                (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
                        || (a == 203 && b == 0 && c == 113);
        return a != 0 && a < 224 && !isShared && !isProtocol && !isTest;
    }

    /// Global unicast without the blocks in which an address of another kind is wrapped.
    private static boolean isGlobal(byte[] v6) {
        int first = (v6[0] & BYTE) << 8 | (v6[1] & BYTE);
        int second = (v6[2] & BYTE) << 8 | (v6[3] & BYTE);
        boolean isGlobal = (first & 0xe000) == 0x2000;
        boolean isWrapped = first == 0x2002 || (first == 0x2001 && second < 0x200);
        boolean isExample = first == 0x2001 && second == 0xdb8;
        return isGlobal && !isWrapped && !isExample;
    }
}
