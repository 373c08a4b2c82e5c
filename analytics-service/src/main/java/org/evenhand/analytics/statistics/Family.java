package org.evenhand.analytics.statistics;

/**
 * The tests that are corrected together: all of one metric in one cycle, over every dimension.
 *
 * @param cycle the cycle's key
 * @param metric the metric of all its comparisons
 */
public record Family(String cycle, Metric metric) {
  /** Cycle and metric, as shown with a finding. */
  public String inWords() {
    return cycle + " × " + metric.apiName();
  }
}
