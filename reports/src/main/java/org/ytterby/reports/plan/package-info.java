/// Why a plan is as it is: a page for each enterprise, in Chinese and English, that prints.
@NullMarked
package org.ytterby.reports.plan;

import org.jspecify.annotations.NullMarked;
