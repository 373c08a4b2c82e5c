package org.evenhand.review.growth;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a person was away while something of theirs was open, without what for. What was set before
 * moves by the time away, so that nobody loses days by a leave.
 */
public record Absences(List<Away> all) {

  public static final Absences NONE = new Absences(List.of());

  /**
   * @param until the day on which they were back; null while they are away
   */
  public record Away(LocalDate since, @Nullable LocalDate until) {}

  public Absences {
    all = List.copyOf(all);
  }

  @JsonIgnore
  public boolean isAway() {
    return !all.isEmpty() && last().until() == null;
  }

  /** Of an absence that goes on. */
  public boolean isAwayOn(LocalDate day) {
    return isAway() && !day.isBefore(last().since());
  }

  private Away last() {
    return all.get(all.size() - 1);
  }

  public Absences begun(LocalDate since) {
    return new Absences(Stream.concat(all.stream(), Stream.of(new Away(since, null))).toList());
  }

  /** Who came back before they had gone was never away. */
  public Absences over(LocalDate on) {
    Stream<Away> before = all.stream().limit(all.size() - 1L);
    Away ended = new Away(last().since(), on);
    return new Absences(
        (on.isAfter(ended.since()) ? Stream.concat(before, Stream.of(ended)) : before).toList());
  }

  /**
   * Where a day lies now that was named on the day {@code put}. Of an absence that was running
   * then, the rest counts.
   */
  public LocalDate moved(LocalDate named, LocalDate put) {
    LocalDate day = named;
    for (Away away : all) {
      LocalDate until = away.until();
      LocalDate from = put.isAfter(away.since()) ? put : away.since();
      if (until != null && until.isAfter(from) && !day.isBefore(from)) {
        day = day.plusDays(ChronoUnit.DAYS.between(from, until));
      }
    }
    return day;
  }
}
