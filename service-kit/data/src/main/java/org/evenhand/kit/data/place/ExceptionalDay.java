package org.evenhand.kit.data.place;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;

/** A day on which a place departs from its weekends and holidays. */
public record ExceptionalDay(
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate date, DayKind kind) {}
