package org.evenhand.analytics.statistics.verdict;

import org.evenhand.analytics.statistics.Metric;

/**
 * The tests that are corrected together: all of one metric in one cycle, over every dimension.
 *
 * @param cycle the cycle's key
 * @param metric the metric of all its comparisons
 * @param look how many of the ratings are in
 */
public record Family(String cycle, Metric metric, InterimLook look) {

  /** The family of a cycle of which all ratings are in. */
  public Family(String cycle, Metric metric) {
    this(cycle, metric, InterimLook.FINAL);
  }

  /** Cycle and metric, as shown with a finding. */
  public String inWords() {
    return cycle + " × " + metric.apiName();
  }
}
