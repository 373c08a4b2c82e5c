package org.evenhand.kit.data.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which nobody has to work.
 *
 * @param name of a public holiday, in English
 */
public record FreeDay(LocalDate date, FreeReason reason, @Nullable String name) {}
