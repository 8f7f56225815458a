/// Workbooks in Office Open XML (.xlsx): sheets as streams of cells, in and out. Knows spreadsheets
/// and nothing of ledgers.
///
/// Source: ECMA-376, part 1, sections 18.2 to 18.9 (SpreadsheetML) and part 2 (packages).
@NullMarked
package org.ytterby.formats.workbook;

import org.jspecify.annotations.NullMarked;
