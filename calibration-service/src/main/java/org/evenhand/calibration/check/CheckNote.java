package org.evenhand.calibration.check;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check, without a word about anybody.
 *
 * @param ordinal of the anchor that it was held against
 * @param talkedOn when it was talked over; else {@code checkInId} says in which check-in
 */
@Embeddable
public record CheckNote(
    String criterion,
    Integer ordinal,
    @Nullable LocalDate talkedOn,
    @Nullable UUID checkInId,
    @Enumerated(EnumType.STRING) CheckOutcome changed,
    Instant notedAt) {}
