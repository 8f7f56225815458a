package org.ytterby.core.proof;

import java.util.OptionalLong;

/// The first thing in which a log is not what was signed.
public sealed interface Difference {
    /// The newest checkpoint is smaller than one that was signed before.
    record RolledBack(Checkpoint earlier, Checkpoint latest) implements Difference {}

    /// Two checkpoints of one size have two roots: the log shows different people different things.
    record SplitView(Checkpoint one, Checkpoint other) implements Difference {}

    /// The entries under a checkpoint are no longer those it was made over.
    ///
    /// @param good largest earlier size whose root still fits, 0 if there is none
    /// @param bad smallest size whose root does not
    /// @param index first entry that differs from its leaf hash, if one does
    record HistoryRewritten(long good, long bad, OptionalLong index) implements Difference {}

    /// An entry is not the one that was logged; tiles and checkpoints are.
    record EntryChanged(long index) implements Difference {}

    /// Two entries stand in each other's place.
    record EntriesSwapped(long first, long second) implements Difference {}

    /// An entry stands elsewhere, those between have moved by one.
    record EntryMoved(long from, long to) implements Difference {}

    /// An entry is gone, later ones have moved up.
    record EntryRemoved(long index) implements Difference {}

    /// An entry stands where none was logged, later ones have moved down.
    record EntryInserted(long index) implements Difference {}

    /// A hash in a tile is not the one that follows from the entries; entries and checkpoints
    /// agree.
    ///
    /// @param position of the hash in the tile, from 0
    record TileChanged(TilePath path, int position) implements Difference {}

    /// A tile or bundle that was kept from when the log was smaller does not begin the later one.
    ///
    /// @param later the next larger one that is kept
    record CopyChanged(TilePath path, TilePath later) implements Difference {}

    /// A tile or bundle is too short or too long.
    ///
    /// @param index first hash or entry in it that cannot be read, from 0
    record Unreadable(TilePath path, int index) implements Difference {}

    /// A tile or bundle is not there.
    record Missing(TilePath path) implements Difference {}

    /// The stable name of its kind, such as `entry-changed`.
    default String code() {
        return switch (this) {
            case RolledBack _ -> "rolled-back";
            case SplitView _ -> "split-view";
            case HistoryRewritten _ -> "history-rewritten";
            case EntryChanged _ -> "entry-changed";
            case EntriesSwapped _ -> "entries-swapped";
            case EntryMoved _ -> "entry-moved";
            case EntryRemoved _ -> "entry-removed";
            case EntryInserted _ -> "entry-inserted";
            case TileChanged _ -> "tile-changed";
            case CopyChanged _ -> "copy-changed";
            case Unreadable _ -> "unreadable";
            case Missing _ -> "missing";
        };
    }

    /// What it is, in English.
    default String en() {
        return switch (this) {
            case RolledBack(Checkpoint earlier, Checkpoint latest) ->
                    "the log was rolled back: size %d was signed before, now it is %d"
                            .formatted(earlier.size(), latest.size());
            case SplitView(Checkpoint one, Checkpoint other) ->
                    "two checkpoints of size %d have different roots: %s and %s"
                            .formatted(one.size(), one.root().base64(), other.root().base64());
            case HistoryRewritten(long good, long bad, OptionalLong index) ->
                    "history was rewritten: the first %d entries fit their checkpoint, the first %d do not%s"
                            .formatted(
                                    good,
                                    bad,
                                    index.isPresent()
                                            ? "; entry %d differs from its leaf hash"
                                                    .formatted(index.getAsLong())
                                            : "");
            case EntryChanged(long index) -> "entry %d was changed".formatted(index);
            case EntriesSwapped(long first, long second) ->
                    "entries %d and %d were swapped".formatted(first, second);
            case EntryMoved(long from, long to) ->
                    "entry %d was moved to place %d".formatted(from, to);
            case EntryRemoved(long index) ->
                    "entry %d was removed, later ones moved up".formatted(index);
            case EntryInserted(long index) ->
                    "an entry was inserted at %d, later ones moved down".formatted(index);
            case TileChanged(TilePath path, int position) ->
                    "hash %d in %s was changed".formatted(position, path);
            case CopyChanged(TilePath path, TilePath later) ->
                    "%s does not begin the later %s".formatted(path, later);
            case Unreadable(TilePath path, int index) ->
                    "%s cannot be read at %d: too short or too long".formatted(path, index);
            case Missing(TilePath path) -> "%s is missing".formatted(path);
        };
    }

    /// What it is, in Chinese.
    default String zh() {
        return switch (this) {
            case RolledBack(Checkpoint earlier, Checkpoint latest) ->
                    "日志被回滚：曾签署大小 %d，现为 %d".formatted(earlier.size(), latest.size());
            case SplitView(Checkpoint one, Checkpoint other) ->
                    "大小同为 %d 的两个检查点根不同：%s 与 %s"
                            .formatted(one.size(), one.root().base64(), other.root().base64());
            case HistoryRewritten(long good, long bad, OptionalLong index) ->
                    "历史被改写：前 %d 个条目与检查点相符，前 %d 个不符%s"
                            .formatted(
                                    good,
                                    bad,
                                    index.isPresent()
                                            ? "；条目 %d 与其叶哈希不符".formatted(index.getAsLong())
                                            : "");
            case EntryChanged(long index) -> "条目 %d 被改动".formatted(index);
            case EntriesSwapped(long first, long second) ->
                    "条目 %d 与 %d 被对调".formatted(first, second);
            case EntryMoved(long from, long to) -> "条目 %d 被移到位置 %d".formatted(from, to);
            case EntryRemoved(long index) -> "条目 %d 被删除，其后条目前移".formatted(index);
            case EntryInserted(long index) -> "位置 %d 被插入条目，其后条目后移".formatted(index);
            case TileChanged(TilePath path, int position) ->
                    "%s 中第 %d 个哈希被改动（从 0 起）".formatted(path, position);
            case CopyChanged(TilePath path, TilePath later) ->
                    "%s 与后来的 %s 的开头不符".formatted(path, later);
            case Unreadable(TilePath path, int index) ->
                    "%s 在第 %d 项处无法读取：过短或过长".formatted(path, index);
            case Missing(TilePath path) -> "缺少 %s".formatted(path);
        };
    }
}
