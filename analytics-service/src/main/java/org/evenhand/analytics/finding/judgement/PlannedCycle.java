package org.evenhand.analytics.finding.judgement;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** What every event of a cycle tells of when its figures are to be expected. */
record PlannedCycle(UUID cycleId, Milestones milestones) {

  private record Told(@Nullable UUID cycleId, @Nullable Milestones milestones) {}

  /** Calibration begins when managers have reviewed; what is shared is proposed by then. */
  record Milestones(
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable LocalDate managerReview,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable LocalDate share,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable LocalDate appealWindow) {}

  /** Empty where an event is of something else. */
  static Optional<PlannedCycle> of(ReceivedEvent event) {
    if (event.tombstone()) {
      return Optional.empty();
    }
    Told told = event.as(Told.class);
    return told.cycleId() == null || told.milestones() == null
        ? Optional.empty()
        : Optional.of(new PlannedCycle(told.cycleId(), told.milestones()));
  }

  Map<Moment, LocalDate> days() {
    Map<Moment, LocalDate> days = new EnumMap<>(Moment.class);
    put(days, Moment.CALIBRATION_STARTED, milestones.managerReview());
    put(days, Moment.SHARING_PROPOSED, milestones.share());
    put(days, Moment.CLOSED, milestones.appealWindow());
    return days;
  }

  private static void put(
      Map<Moment, LocalDate> days, Moment moment, @Nullable LocalDate milestone) {
    if (milestone != null) {
      days.put(moment, milestone);
    }
  }
}
