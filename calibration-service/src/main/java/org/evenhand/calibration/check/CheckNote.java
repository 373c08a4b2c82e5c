package org.evenhand.calibration.check;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What came of a check, without a word about anybody.
 *
 * @param ordinal of the anchor that it was held against
 * @param talkedOn when it was talked over, by the word of the manager
 */
@Embeddable
public record CheckNote(
    String criterion,
    Integer ordinal,
    LocalDate talkedOn,
    @Enumerated(EnumType.STRING) CheckOutcome changed,
    Instant notedAt) {}
