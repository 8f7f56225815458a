package org.ytterby.formats.parquet;

import java.math.BigDecimal;
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
    private static final int WHOLE_DIGITS = 9;

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

    /// Whether the column can hold a number without loss.
    ///
    /// @param number digits with sign, point and exponent, the exponent of at most three digits
    public boolean holds(String number) {
        return switch (kind) {
            case TEXT -> true;
            case WHOLE -> fits(number, WHOLE_DIGITS, 0);
            case NUMBER -> Double.isFinite(Double.parseDouble(number));
            case DECIMAL -> fits(number, DIGITS - DECIMALS, DECIMALS);
        };
    }

    private static boolean fits(String number, int digits, int decimals) {
        BigDecimal bare = new BigDecimal(number).stripTrailingZeros();
        return bare.scale() <= decimals && bare.precision() - bare.scale() <= digits;
    }

    void write(RecordConsumer out, int field, String text) {
        String bare = text.strip();
        if (kind == Kind.TEXT ? text.isEmpty() : bare.isEmpty()) {
            return;
        }
        out.startField(name, field);
        switch (kind) {
            case TEXT -> out.addBinary(Binary.fromString(text));
            case WHOLE -> out.addInteger(new BigDecimal(bare).intValueExact());
            case NUMBER -> out.addDouble(Double.parseDouble(bare));
            case DECIMAL ->
                    out.addLong(
                            new BigDecimal(bare)
                                    .setScale(DECIMALS)
                                    .unscaledValue()
                                    .longValueExact());
        }
        out.endField(name, field);
    }
}
