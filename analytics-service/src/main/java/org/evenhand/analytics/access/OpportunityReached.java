package org.evenhand.analytics.access;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of what review-service tells when an opportunity is decided.
 *
 * @param part 1 to {@code parts}
 * @param past whether it came in a file; absent of what was decided here
 * @param people each with the furthest stage that they reached
 */
record OpportunityReached(
    UUID opportunityId,
    OpportunityKind kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate decidedOn,
    int part,
    int parts,
    @Nullable Boolean past,
    List<Reached> people) {

  /** A person and how far they came. */
  record Reached(UUID employeeId, Stage stage) {

    private boolean isWhole() {
      return Stream.of(employeeId, stage).allMatch(Objects::nonNull);
    }
  }

  /**
   * @throws RefusedEvent when a field is missing or impossible, or it isn't about its subject
   */
  static OpportunityReached of(ReceivedEvent event) {
    OpportunityReached told = event.as(OpportunityReached.class);
    if (!told.isWhole() || !event.subjectId().equals(told.opportunityId)) {
      throw new RefusedEvent(
          "A part of a decided opportunity names it as its subject, its kind, day, place among the"
              + " parts, and each person with a stage");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(opportunityId, kind, decidedOn, people).allMatch(Objects::nonNull)
        && FigureYear.has(decidedOn)
        && part >= 1
        && part <= parts
        && people.stream().allMatch(OpportunityReached::isReached);
  }

  private static boolean isReached(@Nullable Reached person) {
    return person != null && person.isWhole();
  }

  /** Whoever sent the file chose who could have applied. */
  boolean isChosen() {
    return Boolean.TRUE.equals(past);
  }

  int year() {
    return decidedOn.getYear();
  }
}
