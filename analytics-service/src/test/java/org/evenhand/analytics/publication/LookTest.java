package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.partition.Partition;
import org.evenhand.analytics.viewer.Access;
import org.junit.jupiter.api.Test;

class LookTest {

  private static final LevelCounts TWENTY = LevelCounts.of(5, 10, 5);

  @Test
  void of_hidden_groups_a_partition_knows_how_many_they_are_and_nothing_else() {
    Partition partition =
        look(new ShownGroup("A", TWENTY, Map.of(), true, null)).partition("d", group -> true);
    assertEquals(List.of("A", "B", "C"), partition.groups().stream().map(g -> g.name()).toList());
    assertEquals(29, partition.people());
    assertEquals(TWENTY, partition.groups().get(0).counts());
  }

  @Test
  void a_group_of_which_a_rate_is_shown_has_no_distribution() {
    Look.Shown look = look(new ShownGroup("A", TWENTY, Map.of(), false, null));
    assertFalse(look.suppression().hides("A"));
    assertTrue(look.suppressionOfDistributions().hides("A"));
    assertTrue(look.suppressionOfDistributions().hides("B"));
  }

  @Test
  void only_the_edition_at_the_beginning_of_calibration_is_an_interim_look() {
    assertEquals(.5, edition(Moment.CALIBRATION_STARTED).look(Phase.BEFORE).share());
    assertTrue(edition(Moment.SHARING_PROPOSED).look(Phase.BEFORE).isFinal());
    assertFalse(edition(Moment.SHARING_PROPOSED).reportsOnly());
    assertTrue(edition(Moment.CLOSED).reportsOnly());
  }

  @Test
  void what_comes_next_is_known_beforehand() {
    assertEquals(Optional.of(Moment.CALIBRATION_STARTED), Moment.after(null, Origin.LIVE));
    assertEquals(
        Optional.of(Moment.SHARING_PROPOSED),
        Moment.after(Moment.CALIBRATION_STARTED, Origin.LIVE));
    assertEquals(Optional.of(Moment.CLOSED), Moment.after(Moment.SHARING_PROPOSED, Origin.LIVE));
    assertEquals(Optional.empty(), Moment.after(Moment.CLOSED, Origin.LIVE));
    assertEquals(Optional.of(Moment.IMPORTED), Moment.after(null, Origin.HISTORY));
    assertEquals(Optional.empty(), Moment.after(Moment.IMPORTED, Origin.HISTORY));
  }

  @Test
  void units_are_exact_to_whoever_may_read_the_ratings() {
    Edition unshared = edition(Moment.SHARING_PROPOSED);
    assertTrue(Editions.isExact(Access.EXACT, unshared));
    assertFalse(Editions.isExact(Access.EXACT_ONCE_SHARED, unshared));
    Edition shared =
        new Edition(
            unshared.number(),
            unshared.moment(),
            unshared.publishedAt(),
            unshared.scale(),
            unshared.phases(),
            unshared.fingerprint(),
            true);
    assertTrue(Editions.isExact(Access.EXACT_ONCE_SHARED, shared));
    assertFalse(Editions.isExact(Access.SUPPRESSED, shared));
  }

  private static Look.Shown look(ShownGroup shown) {
    return new Look.Shown(
        edition(Moment.CALIBRATION_STARTED),
        List.of(shown),
        new TreeSet<>(Set.of("B", "C")),
        29,
        0);
  }

  private static Edition edition(Moment moment) {
    return new Edition(
        1,
        moment,
        Instant.EPOCH,
        new Scale(3, 3),
        Map.of(Phase.BEFORE, new Edition.Extent(.5, 29, 0)),
        "of the counts",
        false);
  }
}
