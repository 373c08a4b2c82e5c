package org.evenhand.analytics.replay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * How groups fared in a past cycle, and would have under a draft; for policy-service alone.
 *
 * @param refusal why there are no figures; null where there are attributes
 */
record FairnessTold(
    UUID replayId, UUID cycleId, @Nullable Refusal refusal, List<OfAttribute> attributes) {

  private static final String TOPIC = "evenhand.internal.impact-replay-fairness";
  private static final String TYPE = "org.evenhand.impact-replay.fairness-told.v1";

  /** Why nothing is told of any attribute. */
  enum Refusal {
    NO_ATTRIBUTES,
    /** There is no edition of the cycle against which a draft could be held. */
    NOTHING_PUBLISHED,
    /** What comes of them is published, and no replay is held against it in advance. */
    APPEALS_OPEN
  }

  /** How a group stands among those of its attribute. */
  enum Standing {
    REFERENCE,
    COMPARED,
    /** As published; the draft moves more people than can be told of by group. */
    FOLDED,
    NOT_COMPARED,
    HIDDEN
  }

  /**
   * @param groups none where no edition says anything of the attribute
   */
  record OfAttribute(String attribute, String label, List<OfGroup> groups) {}

  /**
   * @param reference with which it is compared, before and after
   */
  record OfGroup(
      String group,
      Standing standing,
      @Nullable String reference,
      @Nullable Figures before,
      @Nullable Figures after) {

    static OfGroup compared(String group, String reference, Figures before, Figures after) {
      return new OfGroup(group, Standing.COMPARED, reference, before, after);
    }

    static OfGroup folded(String group, String reference, Figures before) {
      return new OfGroup(group, Standing.FOLDED, reference, before, null);
    }

    static OfGroup reference(String group) {
      return new OfGroup(group, Standing.REFERENCE, null, null, null);
    }

    static OfGroup notCompared(String group) {
      return new OfGroup(group, Standing.NOT_COMPARED, null, null, null);
    }

    static OfGroup hidden(String group) {
      return new OfGroup(group, Standing.HIDDEN, null, null, null);
    }
  }

  /**
   * Two effects with their intervals; a ratio to nobody, an interval of nothing, and a delta where
   * no distribution is shown are null.
   */
  record Figures(
      @Nullable Double impactRatio,
      @Nullable Limits impactRatioInterval,
      @Nullable Double cliffsDelta,
      @Nullable Limits cliffsDeltaInterval) {

    static Figures of(ImpactRatio ratio, Optional<CliffsDelta> delta) {
      OptionalDouble value = ratio.value();
      return new Figures(
          value.isPresent() ? value.getAsDouble() : null,
          ratio.interval().map(Limits::of).orElse(null),
          delta.map(CliffsDelta::delta).orElse(null),
          delta.flatMap(CliffsDelta::interval).map(Limits::of).orElse(null));
    }
  }

  /** Of 95 % confidence. */
  record Limits(double low, double high) {
    static Limits of(Interval interval) {
      return new Limits(interval.low(), interval.high());
    }
  }

  OutboxEvent event(UUID telling) {
    String id = telling.toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, 1, this);
  }
}
