package org.evenhand.policy.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module is.
 *
 * @param validMonths how long a completion counts; null where it counts for good
 * @param requiredFor what nobody does without it; nothing where it is an offer alone
 * @param precedents what a case study lets people score, in this order; none in another format
 */
public record ModuleTerms(
    String title,
    TrainingFormat format,
    List<TrainingTopic> topics,
    @Nullable Integer validMonths,
    List<Requirement> requiredFor,
    List<UUID> precedents) {

  public ModuleTerms {
    topics = topics.stream().distinct().sorted().toList();
    requiredFor = requiredFor.stream().distinct().sorted().toList();
    precedents = precedents.stream().distinct().toList();
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
