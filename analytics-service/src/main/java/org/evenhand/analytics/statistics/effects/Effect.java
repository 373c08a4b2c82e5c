package org.evenhand.analytics.statistics.effects;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;

/** A difference between a focal group and its reference, with what is known about it. */
public sealed interface Effect permits ImpactRatio, CliffsDelta {
  /** What is measured. */
  Metric metric();

  /** How many people the group has, at least 1. */
  long focalPeople();

  /** How many people the reference group has, at least 1. */
  long referencePeople();

  /** The effect in the unit of its metric; empty where it has no value. */
  OptionalDouble value();

  /** The interval of {@link #value()} at {@link Interval#USUAL} confidence. */
  Optional<Interval> interval();

  /** The test that fits the numbers; empty when there is nothing to test. */
  Optional<Significance> significance();

  /** Whether the focal group fares worse than the reference. */
  boolean isBehind();

  /** How large the effect is by its metric's thresholds, decided in integers. */
  Size size();

  /**
   * Whether one person moved would turn the difference round, so that the other group came out
   * ahead. Source: Questions and Answers on the Uniform Guidelines (1979), no. 21.
   */
  boolean turnsWithOnePerson();

  /** The numbers in words. */
  String inWords();

  /** What would bring the effect below a size, in words. */
  String whatWouldClear(Size size);
}
