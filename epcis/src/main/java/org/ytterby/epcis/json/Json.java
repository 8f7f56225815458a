package org.ytterby.epcis.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of JSON. Numbers keep their digits, so that what is read and written again is equal.
public sealed interface Json {
    /// An object, its members in the order of the text.
    ///
    /// @param members not to be changed after construction
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(members);
        }

        /// The member of a name, null where there is none.
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        /// The text of a member, null where there is none or it is no text.
        public @Nullable String text(String name) {
            return members.get(name) instanceof Text(String value) ? value : null;
        }

        /// A copy with one member set.
        public Members with(String name, Json value) {
            Map<String, Json> copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new Members(copy);
        }
    }

    /// An array.
    record Items(List<Json> items) implements Json {
        public Items {
            items = Collections.unmodifiableList(items);
        }
    }

    /// A string.
    record Text(String value) implements Json {}

    /// A number as it was written.
    ///
    /// @param digits of the grammar of RFC 8259
    record Numeral(String digits) implements Json {
        /// Its value; numbers that differ in trailing zeros only have equal values.
        ///
        /// @throws ArithmeticException if the exponent has no room in an `int`
        public BigDecimal value() {
            try {
                BigDecimal value = new BigDecimal(digits);
                return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            } catch (NumberFormatException e) {
                throw new ArithmeticException("exponent of " + digits);
            }
        }
    }

    /// True or false.
    record Truth(boolean value) implements Json {}

    /// Nothing, said on purpose.
    record Null() implements Json {}
}
