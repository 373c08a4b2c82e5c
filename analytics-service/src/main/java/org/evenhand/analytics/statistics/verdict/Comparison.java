package org.evenhand.analytics.statistics.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.effects.Favoured;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;

/** The result of comparing one group of a partition with the reference group. */
public sealed interface Comparison {
  /** The partition's key. */
  String dimension();

  /** The group's key. */
  String group();

  /**
   * Compared with the reference, to be judged.
   *
   * @param stratified the effect within strata; empty where it can't be told
   * @param contenders how many groups there are, this one among them, of which the one that fared
   *     best became the reference; 2 where there was no more to choose from
   * @param share of the group in all people, from 0 to 1. A group under 2 % is compared like
   *     others, though the guidelines ask no more of it than that its share is told
   */
  record Compared(
      String dimension,
      String group,
      String reference,
      Effect effect,
      Optional<StratifiedEffect> stratified,
      int contenders,
      double share)
      implements Comparison {

    /** A comparison of two halves, the only groups, without strata. */
    public Compared(String dimension, String group, String reference, Effect effect) {
      this(dimension, group, reference, effect, Optional.empty(), 2, .5);
    }
  }

  /** Those who declared nothing: shown beside the others, never judged. */
  record Coverage(String dimension, String group, String reference, Effect effect)
      implements Comparison {}

  /** Too few people to be shown, or hidden to protect such a group. */
  record Hidden(String dimension, String group) implements Comparison {}

  /** Visible, but without a sound reference to compare it with. */
  record NotCompared(String dimension, String group, long people, String reason)
      implements Comparison {}

  /**
   * Compares every group of a partition with its reference; the reference itself is left out.
   *
   * @param favourableFrom the ordinal from which on a person counts as selected; it chooses the
   *     reference for every metric
   * @param k the least group size
   */
  static List<Comparison> of(Partition partition, Metric metric, int favourableFrom, long k) {
    return of(partition, metric, favourableFrom, partition.suppression(k));
  }

  /**
   * The same where it has been decided which groups are hidden.
   *
   * @param hidden names of groups of the partition; what is counted in them is not looked at
   */
  static List<Comparison> of(
      Partition partition, Metric metric, int favourableFrom, Suppression hidden) {
    return of(partition, metric, favourableFrom, hidden, Favoured.BY_RATING);
  }

  /**
   * The same of people who are selected otherwise than by their rating.
   *
   * @param words what happened to the selected
   */
  static List<Comparison> of(
      Partition partition, Metric metric, int favourableFrom, Suppression hidden, Favoured words) {
    Optional<Group> reference = partition.reference(favourableFrom, hidden, metric.leastPeople());
    List<Group> contenders = partition.contenders(hidden, metric.leastPeople());
    List<Comparison> comparisons = new ArrayList<>();
    for (Group group : partition.groups()) {
      if (hidden.hides(group.name())) {
        comparisons.add(new Hidden(partition.dimension(), group.name()));
      } else if (reference.isEmpty()) {
        comparisons.add(
            not(
                partition,
                group,
                "no group that may be shown has "
                    + metric.leastPeople()
                    + " people and 2 % of all, to serve as the reference"));
      } else if (!group.equals(reference.get())) {
        int among = contenders.size() + (contenders.contains(group) ? 0 : 1);
        comparisons.add(
            one(partition, metric, favourableFrom, group, reference.get(), among, words));
      }
    }
    return comparisons;
  }

  private static Comparison one(
      Partition partition,
      Metric metric,
      int favourableFrom,
      Group group,
      Group reference,
      int contenders,
      Favoured words) {
    if (group.counts().people() == 0) {
      return not(partition, group, "nobody is in this group");
    }
    Effect effect =
        switch (metric) {
          case IMPACT_RATIO ->
              new ImpactRatio(
                  group.counts().atOrAbove(favourableFrom),
                  reference.counts().atOrAbove(favourableFrom),
                  words);
          case CLIFFS_DELTA -> new CliffsDelta(group.counts(), reference.counts());
        };
    if (!group.declared()) {
      return new Coverage(partition.dimension(), group.name(), reference.name(), effect);
    }
    return new Compared(
        partition.dimension(),
        group.name(),
        reference.name(),
        effect,
        StratifiedEffect.of(metric, group, reference, favourableFrom),
        contenders,
        (double) group.counts().people() / partition.people());
  }

  private static NotCompared not(Partition partition, Group group, String reason) {
    return new NotCompared(partition.dimension(), group.name(), group.counts().people(), reason);
  }
}
