package org.ytterby.formats.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// Turns what a column stores into what it means.
final class Decoder {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int JULIAN_EPOCH_DAY = 2_440_588;
    private static final int FLOAT16_BYTES = 2;
    private static final int TEXT_BYTES_MAX = 1 << 20;

    private final PrimitiveType type;
    private final @Nullable LogicalTypeAnnotation meaning;

    Decoder(PrimitiveType type) {
        this.type = type;
        meaning = type.getLogicalTypeAnnotation();
    }

    /// The value that the reader stands at.
    Value decode(ColumnReader reader) {
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> new Value.Text(Boolean.toString(reader.getBoolean()));
            case DOUBLE -> new Value.Binary(reader.getDouble());
            case FLOAT -> new Value.Single(reader.getFloat());
            case INT32 -> whole(reader.getInteger(), 0xFFFF_FFFFL);
            case INT64 -> whole(reader.getLong(), -1);
            case INT96 -> oldTimestamp(reader.getBinary().getBytes());
            case BINARY, FIXED_LEN_BYTE_ARRAY -> {
                Binary binary = reader.getBinary();
                if (binary.length() > TEXT_BYTES_MAX) {
                    throw new IllegalStateException(
                            "a text of "
                                    + binary.length()
                                    + " bytes, at most "
                                    + TEXT_BYTES_MAX
                                    + " are read");
                }
                yield bytes(binary.getBytes());
            }
        };
    }

    private Value whole(long value, long mask) {
        return switch (meaning) {
            case DateLogicalTypeAnnotation _ ->
                    new Value.Day(LocalDate.ofEpochDay(value).atStartOfDay());
            case DecimalLogicalTypeAnnotation decimal ->
                    new Value.Exact(BigDecimal.valueOf(value, decimal.getScale()));
            case TimestampLogicalTypeAnnotation stamp -> {
                long perSecond = perSecond(stamp.getUnit());
                yield new Value.Moment(
                        LocalDateTime.ofEpochSecond(
                                Math.floorDiv(value, perSecond),
                                (int)
                                        (Math.floorMod(value, perSecond)
                                                * (NANOS_PER_SECOND / perSecond)),
                                ZoneOffset.UTC),
                        stamp.isAdjustedToUTC());
            }
            case TimeLogicalTypeAnnotation time ->
                    new Value.Text(
                            LocalTime.ofNanoOfDay(
                                            value * (NANOS_PER_SECOND / perSecond(time.getUnit())))
                                    .toString());
            case IntLogicalTypeAnnotation whole when !whole.isSigned() ->
                    new Value.Exact(new BigDecimal(Long.toUnsignedString(value & mask)));
            case null, default -> new Value.Exact(BigDecimal.valueOf(value));
        };
    }

    private static long perSecond(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000;
            case MICROS -> 1_000_000;
            case NANOS -> NANOS_PER_SECOND;
        };
    }

    /// Nanoseconds of the day and the Julian day, as older writers keep an instant.
    private static Value oldTimestamp(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = buffer.getLong();
        LocalDate day = LocalDate.ofEpochDay(buffer.getInt() - (long) JULIAN_EPOCH_DAY);
        return new Value.Moment(day.atStartOfDay().plusNanos(nanos), true);
    }

    private Value bytes(byte[] bytes) {
        return switch (meaning) {
            case DecimalLogicalTypeAnnotation decimal ->
                    new Value.Exact(new BigDecimal(new BigInteger(bytes), decimal.getScale()));
            case UUIDLogicalTypeAnnotation _ -> {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                yield new Value.Text(new UUID(buffer.getLong(), buffer.getLong()).toString());
            }
            case Float16LogicalTypeAnnotation _ when bytes.length == FLOAT16_BYTES ->
                    new Value.Single(
                            Float.float16ToFloat(
                                    ByteBuffer.wrap(bytes)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getShort()));
            case null, default -> new Value.Text(new String(bytes, StandardCharsets.UTF_8));
        };
    }
}
