/// Text and tables on A4 as PDF, in Chinese and English, the same bytes for the same words.
@NullMarked
package org.ytterby.reports.paper;

import org.jspecify.annotations.NullMarked;
