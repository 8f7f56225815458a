package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// One row of `parties.csv`.
///
/// @param group empty for an enterprise that belongs to none
/// @param joinedMonth month of the year with whose first day membership began, -1 if long before
/// @param formerGroup group before that, empty for none
/// @param ownPlan whether it holds a mining plan of its own
record PartySpec(String id, String group, int joinedMonth, String formerGroup, boolean ownPlan) {
    static final int LONG_BEFORE = -1;

    static PartySpec of(NamedCsvRecord row) {
        String joined = row.getField("joined");
        return new PartySpec(
                row.getField("party"),
                row.getField("group"),
                joined.isEmpty() ? LONG_BEFORE : Integer.parseInt(joined.substring(0, 2)) - 1,
                row.getField("former_group"),
                row.getField("own_plan").equals("1"));
    }

    /// The group that it belongs to in a month.
    String groupIn(int month) {
        return month < joinedMonth ? formerGroup : group;
    }
}
