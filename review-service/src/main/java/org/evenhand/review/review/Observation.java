package org.evenhand.review.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen: what the situation was, what the person did, and what came of it.
 *
 * @param impact empty where nobody said what came of it
 * @param gathered null of what was written into the review itself
 */
public record Observation(
    UUID id,
    String criterion,
    String situation,
    String behaviour,
    String impact,
    LocalDate observedOn,
    UUID authorId,
    Instant recordedAt,
    @Nullable Gathered gathered) {

  /** Written into a review by whoever is at work on it. */
  public static Observation written(
      UUID id,
      String criterion,
      String situation,
      String behaviour,
      String impact,
      LocalDate observedOn,
      UUID authorId,
      Instant recordedAt) {
    return new Observation(
        id, criterion, situation, behaviour, impact, observedOn, authorId, recordedAt, null);
  }

  /** With what the reviewee says to it. */
  Observation replied(String reply) {
    return gathered == null
        ? this
        : new Observation(
            id,
            criterion,
            situation,
            behaviour,
            impact,
            observedOn,
            authorId,
            recordedAt,
            gathered.replied(reply));
  }

  /** What others say to somebody is none: it isn't dated by what was seen. */
  boolean isEvidence() {
    return gathered == null || gathered.feedback() == null;
  }

  /** What the reviewee said to it; null where nothing. */
  public @Nullable String reply() {
    return gathered == null ? null : gathered.reply();
  }
}
