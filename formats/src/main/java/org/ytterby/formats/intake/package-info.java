/// Reads ledger packages: every row is checked against the schema and its neighbours, all problems
/// are collected by file, row, column and value in both languages, and the good rows become
/// declarations.
@NullMarked
package org.ytterby.formats.intake;

import org.jspecify.annotations.NullMarked;
