package org.evenhand.policy.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module is.
 *
 * @param validMonths how long a completion counts; null where it counts for good
 * @param requiredFor what nobody does without it; nothing where it is an offer alone
 */
public record ModuleTerms(
    String title,
    TrainingFormat format,
    List<TrainingTopic> topics,
    @Nullable Integer validMonths,
    List<Requirement> requiredFor) {

  public ModuleTerms {
    topics = topics.stream().distinct().sorted().toList();
    requiredFor = requiredFor.stream().distinct().sorted().toList();
  }

  /** The last day on which something of that day counts; null where it counts for good. */
  public @Nullable LocalDate lastDay(LocalDate of) {
    return validMonths == null ? null : of.plusMonths(validMonths);
  }

  @JsonIgnore
  public boolean isRequired() {
    return !requiredFor.isEmpty();
  }
}
