package org.ytterby.formats.parquet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// A column of a file that is written.
public record ParquetColumn(String name, Kind kind) {
    private static final int DECIMALS = 6;
    private static final int DIGITS = 18;

    /// What its values are.
    public enum Kind {
        TEXT,
        /// A whole number of 32 bits.
        WHOLE,
        /// A binary number.
        NUMBER,
        /// A decimal number with six places and 18 digits, exact.
        DECIMAL
    }

    Type type() {
        return switch (kind) {
            case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(name);
            case WHOLE -> Types.optional(PrimitiveTypeName.INT32).named(name);
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case DECIMAL ->
                    Types.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.decimalType(DECIMALS, DIGITS))
                            .named(name);
        };
    }

    /// Whether the column can hold a text; blank is no value.
    public boolean holds(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return true;
        }
        try {
            stored(bare);
            return true;
        } catch (ArithmeticException | NumberFormatException _) {
            return false;
        }
    }

    /// What the file stores of a text.
    private Object stored(String text) {
        return switch (kind) {
            case TEXT -> text;
            case WHOLE -> new BigDecimal(text).intValueExact();
            case NUMBER -> finite(text);
            case DECIMAL -> decimal(text);
        };
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("not finite: " + text);
        }
        return value;
    }

    private static long decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        if (value.precision() - value.scale() > DIGITS - DECIMALS) {
            throw new ArithmeticException("over " + DIGITS + " digits: " + text);
        }
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    void write(RecordConsumer out, int field, String text) {
        String bare = text.strip();
        if (kind == Kind.TEXT ? text.isEmpty() : bare.isEmpty()) {
            return;
        }
        if (!holds(text)) {
            throw new IllegalArgumentException(
                    "column " + name + " holds numbers that fit it, not " + text);
        }
        out.startField(name, field);
        switch (kind) {
            case TEXT -> out.addBinary(Binary.fromString(text));
            case WHOLE -> out.addInteger(new BigDecimal(bare).intValueExact());
            case NUMBER -> out.addDouble(Double.parseDouble(bare));
            case DECIMAL -> out.addLong(decimal(bare));
        }
        out.endField(name, field);
    }
}
