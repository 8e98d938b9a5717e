package cn.fupin.backbone.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The column types that rows are copied into, each with the values it takes. */
enum ColumnType {
    TEXT("text", "varchar") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            switch (value) {
                case String text -> out.text(text);
                case BigDecimal number -> out.text(number.toPlainString());
                case Number number -> out.text(number.toString());
                default -> throw unfit(value);
            }
        }
    },
    BIGINT("int8") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            out.number(whole(value), Long.BYTES);
        }
    },
    INTEGER("int4") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            out.number(Math.toIntExact(whole(value)), Integer.BYTES);
        }
    },
    SMALLINT("int2") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            var number = whole(value);
            if (number != (short) number) throw new ArithmeticException("no smallint: " + number);
            out.number(number, Short.BYTES);
        }
    },
    NUMERIC("numeric") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            out.numeric(
                    switch (value) {
                        case BigDecimal number -> number;
                        case BigInteger number -> new BigDecimal(number);
                        default -> BigDecimal.valueOf(whole(value));
                    });
        }
    },
    BOOLEAN("bool") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            if (!(value instanceof Boolean bool)) throw unfit(value);
            out.bool(bool);
        }
    },
    DATE("date") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            if (!(value instanceof LocalDate date)) throw unfit(value);
            out.number(Math.toIntExact(date.toEpochDay() - FIRST_DAY), Integer.BYTES);
        }
    },
    TIMESTAMPTZ("timestamptz") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            if (!(value instanceof Instant instant)) throw unfit(value);
            var seconds = Math.subtractExact(instant.getEpochSecond(), FIRST_SECOND);
            var micros = (instant.getNano() + 500) / 1000; // as the JDBC driver rounds
            out.number(Math.addExact(Math.multiplyExact(seconds, 1_000_000L), micros), Long.BYTES);
        }
    },
    TEXT_ARRAY("_text") {
        @Override
        void writeValue(Object value, CopyBuffer out) {
            if (!(value instanceof String[] texts)) throw unfit(value);
            out.texts(texts, TEXT_OID);
        }
    };

    /** PostgreSQL counts from 2000-01-01. */
    private static final long FIRST_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private static final long FIRST_SECOND = 946_684_800;
    private static final int TEXT_OID = 25;

    private final String[] names;

    ColumnType(String... names) {
        this.names = names;
    }

    /**
     * @param name as in {@code pg_type.typname}
     * @return empty if rows are not copied into such a column
     */
    static Optional<ColumnType> named(String name) {
        for (var type : values()) {
            for (var known : type.names) if (known.equals(name)) return Optional.of(type);
        }
        return Optional.empty();
    }

    /**
     * @throws IllegalArgumentException if a column of this type does not take such a value
     * @throws ArithmeticException if the number is too large for it
     */
    void write(@Nullable Object value, CopyBuffer out) {
        if (value == null) out.nothing();
        else writeValue(value, out);
    }

    abstract void writeValue(Object value, CopyBuffer out);

    static long whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> number;
            case Short number -> number;
            default -> throw unfit(value);
        };
    }

    static IllegalArgumentException unfit(Object value) {
        return new IllegalArgumentException(
                "a column does not take a " + value.getClass().getSimpleName());
    }
}
