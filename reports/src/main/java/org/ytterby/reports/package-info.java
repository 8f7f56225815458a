/// The page a supervisor reads first: a reconciliation as one self-contained HTML file.
///
/// Java gathers and sums ([org.ytterby.reports.ReportData]); the browser only draws. The page's
/// HTML, CSS and JavaScript are resources of this package and are joined by
/// [org.ytterby.reports.ReportPage].
@NullMarked
package org.ytterby.reports;

import org.jspecify.annotations.NullMarked;
