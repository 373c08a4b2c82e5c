package org.evenhand.review.growth.goal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The assignment to which goals belong, as it stands.
 *
 * @param managerId to whom it reports; the next one above that person where they have left
 * @param since the first day on which it holds
 * @param statusSeen the last change of the person's status
 * @param open whether somebody works in it
 */
public record Post(
    UUID employeeId,
    UUID assignmentId,
    String key,
    String orgUnit,
    String workLocation,
    String country,
    String legalEntity,
    String workerType,
    @Nullable UUID managerId,
    LocalDate since,
    long statusSeen,
    boolean open) {}
