package org.evenhand.analytics.power;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.power.PowerView.GroupRole;
import org.evenhand.analytics.power.PowerView.GroupView;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.effects.DetectableEffect;
import org.evenhand.analytics.statistics.partition.Group;
import org.evenhand.analytics.viewer.CycleView;
import org.jspecify.annotations.Nullable;

/** Puts a statement of power into the words of the API. */
record PowerAnswer(Cycle cycle, String dimension, int leastGroup) {

  private static final DetectableEffect EFFECT = DetectableEffect.USUAL;

  PowerView without(Visibility state) {
    return new PowerView(
        CycleView.of(cycle),
        dimension,
        state,
        state.words(),
        leastGroup,
        null,
        EFFECT.alpha(),
        EFFECT.power(),
        null,
        null,
        null,
        null,
        List.of());
  }

  PowerView on(Basis basis) {
    Visibility state = basis.isAnythingShown() ? Visibility.SHOWN : Visibility.TOO_FEW_PEOPLE;
    Optional<Group> reference = basis.reference();
    return new PowerView(
        CycleView.of(cycle),
        dimension,
        state,
        state.words(),
        leastGroup,
        ReleaseView.of(basis.cycle(), Optional.of(basis.shown().edition())),
        EFFECT.alpha(),
        EFFECT.power(),
        CycleView.of(basis.cycle()),
        basis.phase(),
        reference.map(Group::name).orElse(null),
        reference.map(group -> rate(basis, group)).orElse(null),
        basis.partition().groups().stream().map(group -> group(basis, group, reference)).toList());
  }

  private static double rate(Basis basis, Group group) {
    return group.counts().atOrAbove(basis.favourableFrom()).rate();
  }

  private GroupView group(Basis basis, Group group, Optional<Group> reference) {
    if (basis.hides(group)) {
      return new GroupView(
          group.name(),
          GroupRole.SUPPRESSED,
          true,
          SuppressionWords.rule(leastGroup),
          null,
          null,
          null,
          null);
    }
    long n = group.counts().people();
    if (reference.isEmpty()) {
      return GroupView.without(
          group.name(), GroupRole.INSUFFICIENT, n, "No group may serve as the reference.");
    }
    if (group.equals(reference.get())) {
      return GroupView.without(
          group.name(), GroupRole.REFERENCE, n, "The group with the highest rate.");
    }
    if (!group.declared()) {
      return GroupView.without(
          group.name(), GroupRole.COVERAGE, n, "Who declared nothing is never compared.");
    }
    long least = Metric.CLIFFS_DELTA.leastPeople();
    return n < least
        ? GroupView.without(
            group.name(), GroupRole.INSUFFICIENT, n, "A comparison takes " + least + " people.")
        : compared(basis, group, reference.get());
  }

  private static GroupView compared(Basis basis, Group group, Group reference) {
    long n = group.counts().people();
    long others = reference.counts().people();
    OptionalDouble ratio = EFFECT.impactRatio(n, others, rate(basis, reference));
    OptionalDouble delta =
        basis.showsDistributions(group, reference)
            ? EFFECT.cliffsDelta(n, others, Basis.together(group, reference))
            : OptionalDouble.empty();
    return new GroupView(
        group.name(),
        GroupRole.COMPARED,
        false,
        null,
        n,
        orNull(ratio),
        orNull(delta),
        words(n, others, ratio, delta));
  }

  private static String words(long n, long others, OptionalDouble ratio, OptionalDouble delta) {
    return String.format(
        Locale.ROOT,
        "With %d people beside %d, %s, and %s, each in four of five cases. What is smaller may be"
            + " there and stay unseen.",
        n,
        others,
        ratio.isPresent()
            ? String.format(
                Locale.ROOT, "an impact ratio of %.2f or less would be found", ratio.getAsDouble())
            : "no impact ratio would be found, not even one of 0",
        delta.isPresent()
            ? String.format(
                Locale.ROOT, "a Cliff's delta of %.2f or more in size", delta.getAsDouble())
            : "no Cliff's delta");
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
