package org.evenhand.calibration.session.scoring;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.session.Sample;

/** A session's samples by position, and the blind scores that they were given so far. */
public record ScoredSamples(List<Sample> samples, List<Score> scores) {

  public List<Sample> blind() {
    return samples.stream().filter(Sample::blind).toList();
  }

  /** Without those that somebody is too close to. */
  ScoredSamples without(Collection<UUID> reviews) {
    return new ScoredSamples(
        samples.stream().filter(sample -> !reviews.contains(sample.reviewId())).toList(), scores);
  }

  /** The ordinals of each blind sample, sorted: a place in the list gives no rater away. */
  public Map<UUID, List<Integer>> ordinals() {
    var given =
        scores.stream()
            .collect(
                Collectors.groupingBy(
                    score -> score.key().sampleId(),
                    Collectors.mapping(Score::ordinal, Collectors.toList())));
    var ordinals = new LinkedHashMap<UUID, List<Integer>>();
    blind()
        .forEach(
            sample ->
                ordinals.put(
                    sample.id(),
                    given.getOrDefault(sample.id(), List.of()).stream().sorted().toList()));
    return ordinals;
  }

  /** The scores of one rater, by sample. */
  public Map<UUID, Score> of(UUID rater) {
    return scores.stream()
        .filter(score -> score.key().raterId().equals(rater))
        .collect(Collectors.toMap(score -> score.key().sampleId(), Function.identity()));
  }

  /** How many levels the scale of the blind samples has; empty when they lie on several. */
  Optional<Integer> scaleSize() {
    var scales = blind().stream().map(Sample::scaleSize).distinct().toList();
    return scales.size() == 1 ? Optional.of(scales.get(0)) : Optional.empty();
  }
}
