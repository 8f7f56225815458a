package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ytterby.core.ledger.entry.Command;

/// What was well formed, with one text or number spoilt: it must not come to a request.
final class SimulatedMistakes {
    private static final String TOO_LONG = "n".repeat(Command.TEXT_LENGTH_MAX + 1);

    private final RandomGenerator random;

    SimulatedMistakes(RandomGenerator random) {
        this.random = random;
    }

    /// Spoils a text or number of a record, if it has any.
    void spoil(Record good) {
        List<RecordComponent> parts =
                Arrays.stream(good.getClass().getRecordComponents())
                        .filter(c -> c.getType() == String.class || c.getType() == long.class)
                        .toList();
        if (!parts.isEmpty()) {
            RecordComponent part = parts.get(random.nextInt(parts.size()));
            Object bad = part.getType() == long.class ? number() : text();
            ThrowingCallable mistake = () -> with(good, part, bad);
            assertThatThrownBy(mistake, "%s with %s = %s", good, part.getName(), bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private long number() {
        return random.nextBoolean() ? Command.NUMBER_MAX + 1 : -Command.NUMBER_MAX - 1;
    }

    private String text() {
        return random.nextBoolean() ? "\u0007" : TOO_LONG;
    }

    private static void with(Record good, RecordComponent part, Object bad)
            throws ReflectiveOperationException {
        RecordComponent[] all = good.getClass().getRecordComponents();
        Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] =
                    all[i].getName().equals(part.getName())
                            ? bad
                            : all[i].getAccessor().invoke(good);
        }
        Class<?>[] types =
                Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = good.getClass().getDeclaredConstructor(types);
        try {
            constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
