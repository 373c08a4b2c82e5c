package org.evenhand.analytics.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.statistics.LevelCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seven people are too few for a distribution, and another group's is held back with theirs. */
class ReplayedGroupsTest {

  private static final long[] MALE = {10, 30, 20};
  private static final long[] FEMALE = {5, 15, 20};
  private static final long[] DIVERS = {2, 3, 2};
  private static final FigureSource EARLIER =
      new FigureSource(1, Moment.CALIBRATION_STARTED, Instant.EPOCH, Phase.BEFORE);

  @Test
  void the_reference_is_the_published_one_also_where_its_distribution_is_held_back() {
    List<FairnessTold.OfGroup> groups = groups(null).with(unchanged());

    assertEquals(FairnessTold.Standing.REFERENCE, named(groups, "Female").standing());
    FairnessTold.OfGroup male = named(groups, "Male");
    assertEquals("Female", male.reference());
    assertEquals(male.before(), male.after());
    FairnessTold.Figures after = figures(male);
    assertEquals(2 / 3d, ratio(after), 1e-12);
    assertNotNull(after.impactRatioInterval());
    assertNull(after.cliffsDelta());
  }

  @Test
  void with_a_reference_that_is_carried_nothing_is_compared() {
    List<FairnessTold.OfGroup> groups = groups(EARLIER).with(unchanged());

    assertEquals(FairnessTold.Standing.HIDDEN, named(groups, "Female").standing());
    assertEquals(FairnessTold.Standing.NOT_COMPARED, named(groups, "Male").standing());
    assertNull(named(groups, "Male").after());
  }

  @Test
  void what_leaves_out_more_than_a_few_of_the_smallest_group_is_no_number() {
    List<Told> told = new ArrayList<>(unchanged());
    told.add(new Told("Male", 2, "", "", 1, 2, "/2", 4));
    assertEquals(FairnessTold.Standing.COMPARED, named(groups(null).with(told), "Male").standing());

    told.add(new Told("Female", 2, "", "", 1, 2, "/2", 1));
    FairnessTold.OfGroup male = named(groups(null).with(told), "Male");
    assertEquals(FairnessTold.Standing.FOLDED, male.standing());
    assertNotNull(male.before());
    assertNull(male.after());
  }

  private static FairnessTold.Figures figures(FairnessTold.OfGroup group) {
    FairnessTold.Figures after = group.after();
    assertNotNull(after);
    return after;
  }

  private static double ratio(FairnessTold.Figures figures) {
    Double ratio = figures.impactRatio();
    assertNotNull(ratio);
    return ratio;
  }

  private static FairnessTold.OfGroup named(List<FairnessTold.OfGroup> groups, String name) {
    return groups.stream().filter(group -> group.group().equals(name)).findFirst().orElseThrow();
  }

  private static ReplayedGroups groups(@Nullable FigureSource female) {
    Edition edition =
        new Edition(
            2,
            Moment.CLOSED,
            Instant.EPOCH,
            new Scale(3, 3),
            Map.of(Phase.BEFORE, new Edition.Extent(1, 107, 0)),
            "the same",
            true);
    Look.Shown shown =
        new Look.Shown(
            edition,
            List.of(
                shown("Divers", DIVERS, false, null),
                shown("Female", FEMALE, false, female),
                shown("Male", MALE, true, null)),
            new TreeSet<>(),
            107,
            0);
    return new ReplayedGroups(
        shown,
        shown.partition("sex", name -> true),
        new TreeSet<>(List.of("undeclared")),
        new DraftScale(3, 3));
  }

  private static ShownGroup shown(
      String name, long[] counts, boolean distribution, @Nullable FigureSource source) {
    return new ShownGroup(name, LevelCounts.of(counts), Map.of(), distribution, source);
  }

  private static List<Told> unchanged() {
    List<Told> told = new ArrayList<>();
    Map.of("Divers", DIVERS, "Female", FEMALE, "Male", MALE)
        .forEach(
            (name, counts) -> {
              for (int level = 1; level <= counts.length; level++) {
                told.add(
                    new Told(name, level, "", "", level, level, "/" + level, counts[level - 1]));
              }
            });
    return told;
  }
}
