package org.evenhand.policy.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is to go through a module.
 *
 * @param by null where a file from another system told it, or their role requires it
 * @param dueOn by when; null for the days of the duty
 */
@Embeddable
public record Enrolment(
    @Column(name = "enrolled_by") @Nullable UUID by,
    @Column(name = "due_on") @Nullable LocalDate dueOn,
    @Column(name = "enrolled_at") Instant at) {}
