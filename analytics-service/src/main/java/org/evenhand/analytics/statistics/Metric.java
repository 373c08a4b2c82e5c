package org.evenhand.analytics.statistics;

/**
 * A metric of the interface, the least number of people in each of the two groups, and the
 * thresholds of its sizes in hundredths, so that they are compared in integers.
 */
public enum Metric {
  /** A size is reached <em>below</em> its threshold. */
  IMPACT_RATIO("impactRatio", 10, 90, 80, 67) {
    @Override
    boolean reaches(double value, double threshold) {
      return value < threshold;
    }
  },
  /** A size is reached <em>at or above</em> its threshold, in either direction. */
  CLIFFS_DELTA("cliffsDelta", 10, 11, 28, 43) {
    @Override
    boolean reaches(double value, double threshold) {
      return Math.abs(value) >= threshold;
    }
  };

  private final String apiName;
  private final long leastPeople;
  private final int note;
  private final int warn;
  private final int critical;

  Metric(String apiName, long leastPeople, int note, int warn, int critical) {
    this.apiName = apiName;
    this.leastPeople = leastPeople;
    this.note = note;
    this.warn = warn;
    this.critical = critical;
  }

  abstract boolean reaches(double value, double threshold);

  /** The size of a value that is no quotient of counts, as an average over strata. */
  public Size sizeOf(double value) {
    for (Size size : new Size[] {Size.CRITICAL, Size.WARN, Size.NOTE}) {
      if (reaches(value, hundredths(size) / 100.0)) {
        return size;
      }
    }
    return Size.NONE;
  }

  /** The name in the interface. */
  public String apiName() {
    return apiName;
  }

  /** The least number of people in each group; below it nothing is concluded. */
  public long leastPeople() {
    return leastPeople;
  }

  /**
   * The threshold of a size, in hundredths.
   *
   * @throws IllegalArgumentException {@link Size#NONE} has none
   */
  public int hundredths(Size size) {
    return switch (size) {
      case NOTE -> note;
      case WARN -> warn;
      case CRITICAL -> critical;
      case NONE -> throw new IllegalArgumentException("NONE has no threshold");
    };
  }
}
