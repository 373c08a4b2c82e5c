package org.evenhand.policy.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The blind scores of a session, without who gave them. */
public record BlindScores(int scaleSize, List<OfRater> raters) {

  /**
   * @param ordinals one for each sample, in the same order for all raters; null where the rater was
   *     too close
   */
  public record OfRater(List<@Nullable Integer> ordinals) {}

  /**
   * Over all samples, pairs of scores of different raters of which the first is of a level.
   *
   * @param agreeing of these, how often the second is of that level too
   */
  record Pairs(long agreeing, long all) {

    private Pairs plus(Pairs more) {
      return new Pairs(agreeing + more.agreeing, all + more.all);
    }
  }

  /**
   * The parts of the proportion of specific agreement, which add up over samples and sessions.
   *
   * <p>Source: J. L. Fleiss, Measuring nominal scale agreement among many raters (1971); D. V.
   * Cicchetti and A. R. Feinstein, High agreement but low kappa II (1990).
   */
  Map<Integer, Pairs> byLevel() {
    Map<Integer, Pairs> found = new TreeMap<>();
    for (List<Integer> scores : bySample()) {
      Map<Integer, Long> given =
          scores.stream()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      given.forEach(
          (level, count) ->
              found.merge(
                  level,
                  new Pairs(count * (count - 1), count * (scores.size() - 1L)),
                  Pairs::plus));
    }
    return found;
  }

  private List<List<Integer>> bySample() {
    int samples = raters.stream().mapToInt(rater -> rater.ordinals().size()).max().orElse(0);
    List<List<Integer>> scores = new ArrayList<>();
    for (int at = 0; at < samples; at++) {
      int sample = at;
      scores.add(
          raters.stream()
              .map(OfRater::ordinals)
              .filter(ordinals -> sample < ordinals.size())
              .map(ordinals -> ordinals.get(sample))
              .filter(Objects::nonNull)
              .toList());
    }
    return scores;
  }
}
