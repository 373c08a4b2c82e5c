package org.evenhand.analytics.finding.response;

import org.evenhand.analytics.statistics.Metric;

/** The parameter {@code metric} of a list of findings. */
enum FindingMetric {
  IMPACT_RATIO(Metric.IMPACT_RATIO),
  CLIFFS_DELTA(Metric.CLIFFS_DELTA);

  private final Metric metric;

  FindingMetric(Metric metric) {
    this.metric = metric;
  }

  /** As the parameter and the findings say it. */
  @Override
  public String toString() {
    return metric.apiName();
  }
}
