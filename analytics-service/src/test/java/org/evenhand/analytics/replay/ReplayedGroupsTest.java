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
  void what_leaves_out_five_people_is_no_number() {
    List<Told> told = new ArrayList<>(unchanged());
    told.add(new Told("Male", 2, "", "", 1, 2, true, "/2", 4));
    assertEquals(FairnessTold.Standing.COMPARED, named(groups(null).with(told), "Male").standing());

    told.add(new Told("Female", 2, "", "", 1, 2, true, "/2", 1));
    FairnessTold.OfGroup male = named(groups(null).with(told), "Male");
    assertEquals(FairnessTold.Standing.FOLDED, male.standing());
    assertNotNull(male.before());
    assertNull(male.after());
  }

  /** Ten of two hundred would be four hundredths of the ratio, from .80 to .76. */
  @Test
  void ten_of_a_group_of_two_hundred_are_not_left_out_of_a_number() {
    Look.Shown shown =
        look(
            List.of(
                shown("Female", new long[] {0, 100, 100}, true, null),
                shown("Male", new long[] {0, 375, 625}, true, null)));
    ReplayedGroups groups =
        new ReplayedGroups(
            shown, shown.partition("sex", name -> true), new TreeSet<>(), new DraftScale(3, 3));

    FairnessTold.OfGroup female =
        named(
            groups.with(
                List.of(
                    told("Female", 2, 2, 100),
                    told("Female", 3, 3, 90),
                    new Told("Female", 3, "", "", 2, 3, true, "/3!", 10),
                    told("Male", 2, 2, 375),
                    told("Male", 3, 3, 625))),
            "Female");

    assertEquals(FairnessTold.Standing.FOLDED, female.standing());
    assertNull(female.after());
  }

  private static Told told(String group, int before, int level, long people) {
    return new Told(group, before, "", "", level, level, false, "/" + level, people);
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
    Look.Shown shown =
        look(
            List.of(
                shown("Divers", DIVERS, false, null),
                shown("Female", FEMALE, false, female),
                shown("Male", MALE, true, null)));
    return new ReplayedGroups(
        shown,
        shown.partition("sex", name -> true),
        new TreeSet<>(List.of("undeclared")),
        new DraftScale(3, 3));
  }

  private static Look.Shown look(List<ShownGroup> groups) {
    Edition edition =
        new Edition(
            2,
            Moment.CLOSED,
            Instant.EPOCH,
            new Scale(3, 3),
            Map.of(Phase.BEFORE, new Edition.Extent(1, 107, 0)),
            "the same",
            true);
    return new Look.Shown(edition, groups, new TreeSet<>(), 107, 0);
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
                told.add(told(name, level, level, counts[level - 1]));
              }
            });
    return told;
  }
}
