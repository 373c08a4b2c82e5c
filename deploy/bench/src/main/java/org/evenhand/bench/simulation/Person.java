package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Someone with a job, a group of every {@link Attribute} and a rating.
 *
 * @param groups indexes, in the order of the attributes
 * @param rating 1 to 5
 */
record Person(int stratum, List<Integer> groups, int rating) {
  static final int STRATA = 20;
  static final int LEVELS = 5;

  private static final double[] FAMILY = {.4, .3, .2, .1};
  private static final double[] JOB_LEVEL = {.30, .30, .20, .15, .05};

  /** Of the normal variable: 5, 20, 45, 20 and 10 % at the middle job level. */
  private static final double[] CUTS = {-1.645, -.674, .524, 1.282};

  /** How much higher each job level is rated than the one below. */
  private static final double SENIORITY = .3;

  static Person any(Setting setting, RandomGenerator random) {
    List<Integer> groups = new ArrayList<>();
    for (Attribute attribute : Attribute.ALL) {
      groups.add(
          pick(attribute.shares().stream().mapToDouble(Double::doubleValue).toArray(), random));
    }
    boolean focal = groups.get(0) == 0;
    double[] jobs = JOB_LEVEL.clone();
    for (int level = 0; focal && level < jobs.length; level++) {
      jobs[level] *= Math.exp(-setting.sorting() * level);
    }
    int level = pick(jobs, random);
    double value = random.nextGaussian() + SENIORITY * (level - 1) + (focal ? setting.bias() : 0);
    int rating = 1;
    for (double cut : CUTS) {
      rating += value > cut ? 1 : 0;
    }
    return new Person(pick(FAMILY, random) * JOB_LEVEL.length + level, groups, rating);
  }

  private static int pick(double[] weights, RandomGenerator random) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = random.nextDouble() * sum;
    int i = 0;
    while (i < weights.length - 1 && at >= weights[i]) {
      at -= weights[i];
      i++;
    }
    return i;
  }
}
