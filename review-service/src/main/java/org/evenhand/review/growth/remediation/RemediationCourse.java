package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.growth.remediation.terms.CheckDay;
import org.evenhand.review.growth.remediation.terms.OwedMeans;
import org.jspecify.annotations.Nullable;

/** What has come of a plan so far. */
public record RemediationCourse(List<HeldDay> held, List<GivenMeans> given) {

  static final RemediationCourse NONE = new RemediationCourse(List.of(), List.of());

  public record HeldDay(
      UUID checkpointId, LocalDate on, @Nullable String note, UUID by, Instant at) {}

  public record GivenMeans(UUID meansId, LocalDate on, UUID by, Instant at) {}

  public RemediationCourse {
    held = List.copyOf(held);
    given = List.copyOf(given);
  }

  RemediationCourse with(HeldDay one) {
    return new RemediationCourse(Stream.concat(held.stream(), Stream.of(one)).toList(), given);
  }

  RemediationCourse with(GivenMeans one) {
    return new RemediationCourse(held, Stream.concat(given.stream(), Stream.of(one)).toList());
  }

  public boolean isHeld(CheckDay checkpoint) {
    return held.stream().anyMatch(each -> each.checkpointId().equals(checkpoint.id()));
  }

  public boolean isHeldOn(LocalDate day) {
    return held.stream().anyMatch(each -> each.on().equals(day));
  }

  public boolean isGiven(OwedMeans means) {
    return givenOn(means).isPresent();
  }

  Optional<LocalDate> givenOn(OwedMeans means) {
    return given.stream()
        .filter(each -> each.meansId().equals(means.id()))
        .map(GivenMeans::on)
        .findFirst();
  }
}
