package org.ytterby.core.plan.allocation;

/// A group or an enterprise that may separate no more than its own mines and its documents feed:
/// `separation <= recovery · mining + other feed`.
///
/// @param holder id of a group or of an enterprise
/// @param recovery t REO separated per t REO mined, above 0 and at most 1
/// @param otherFeedT t REO of documented imports, monazite and other feed that counts
public record FeedLink(String holder, double recovery, double otherFeedT) {
    public FeedLink {
        if (!(recovery > 0 && recovery <= 1)) {
            throw new IllegalArgumentException(
                    holder + ": recovery must be above 0 and at most 1, not " + recovery);
        }
        if (!(otherFeedT >= 0 && otherFeedT <= Policy.TOTAL_MAX_T)) {
            throw new IllegalArgumentException(
                    holder
                            + ": other feed must be in 0 … "
                            + Policy.TOTAL_MAX_T
                            + " t, not "
                            + otherFeedT);
        }
    }

    /// A link and what a plan makes of it, t REO.
    ///
    /// @param price how much the level of the holder's mines is raised, and that of its plants
    ///   lowered, so that the link holds; 0 where it does not bind
    public record State(FeedLink link, long minedT, long separatedT, double feedT, double price) {}
}
