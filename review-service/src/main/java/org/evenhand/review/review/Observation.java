package org.evenhand.review.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something that was seen: what the situation was, what the person did, and what came of it. */
public record Observation(
    UUID id,
    String criterion,
    String situation,
    String behaviour,
    String impact,
    LocalDate observedOn,
    UUID authorId,
    Instant recordedAt) {}
