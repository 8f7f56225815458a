package org.ytterby.simulator;

import java.util.HashMap;
import java.util.Map;

/// Ids under which the nation's parties stand in the package; the same whatever is planted.
final class Codes {
    private static final int NUMBERS_A_CELL = 1000;

    private final Map<String, Integer> numbers = new HashMap<>();

    Codes() {
        for (String file : new String[] {"groups.csv", "parties.csv"}) {
            Table table = Table.read(file);
            for (var row : table.rows()) {
                numbers.put(row.getField(0), numbers.size() + 1);
            }
        }
    }

    /// The unified social credit code of a party.
    ///
    /// @param key id of the template, followed by the suffix of its cell
    String of(String key) {
        int dot = key.indexOf(Cell.SUFFIX_MARK);
        String template = dot < 0 ? key : key.substring(0, dot);
        int cell = dot < 0 ? 0 : Integer.parseInt(key.substring(dot + 1));
        Integer number = numbers.get(template);
        if (number == null) {
            throw new IllegalArgumentException("no party " + key);
        }
        return CreditCode.of((long) cell * NUMBERS_A_CELL + number);
    }
}
