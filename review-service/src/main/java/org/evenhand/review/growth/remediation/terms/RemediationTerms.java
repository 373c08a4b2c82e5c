package org.evenhand.review.growth.remediation.terms;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says. Its days are counted from the day on which it begins, so that nobody loses time
 * by what comes before.
 *
 * @param ordinal the level whose anchor isn't met
 * @param shortfall what is missing to it, in words
 * @param observations in which it was seen
 * @param said null where nobody has named when it was
 */
public record RemediationTerms(
    String criterion,
    int ordinal,
    String shortfall,
    List<UUID> observations,
    @Nullable Said said,
    int days,
    List<CheckDay> checkpoints,
    List<OwedMeans> means) {

  public RemediationTerms {
    observations = List.copyOf(observations);
    checkpoints = List.copyOf(checkpoints);
    means = List.copyOf(means);
  }
}
