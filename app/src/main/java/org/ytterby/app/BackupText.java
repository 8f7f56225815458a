package org.ytterby.app;

import org.ytterby.server.backup.Manifest;

/// What is said of a backup.
final class BackupText {
    private BackupText() {}

    static String of(Manifest manifest, Language language) {
        long rows = manifest.tables().stream().mapToLong(Manifest.TableFile::rows).sum();
        return language.pick(
                        "Backup of %s: position %d, root %s, schema %s, %d rows in %d tables",
                        "%s 的备份：位置 %d，根 %s，数据库结构版本 %s，共 %d 行、%d 张表")
                .formatted(
                        manifest.madeAt(),
                        manifest.position(),
                        manifest.root(),
                        manifest.schema(),
                        rows,
                        manifest.tables().size());
    }
}
