package org.ytterby.server.identity;

/// How far somebody sees: everybody's matters, those of a region beside their own, or their own
/// organisation's.
///
/// @param region what is seen beside the own organisation; empty for nothing or, with `seesAll`,
///   for no bound
public record Reach(boolean seesAll, String organisation, String region) {
    public static Reach of(Caller caller) {
        Jurisdiction overseen = caller.overseen();
        return new Reach(
                caller.seesAll(), caller.organisation(), overseen == null ? "" : overseen.region());
    }

    /// Whether it ends at the own organisation.
    public boolean isOwn() {
        return !seesAll && region.isEmpty();
    }

    /// Whose matters are seen, in a word or two.
    public String about() {
        if (seesAll) {
            return "all";
        }
        return isOwn() ? organisation : "region " + region;
    }
}
