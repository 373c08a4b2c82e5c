package org.evenhand.analytics.rater;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.analytics.rater.BlindSession.Row;
import org.evenhand.analytics.statistics.raters.BlindSeverity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlindSeveritiesTest {

  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);
  private static final UUID CID = new UUID(0, 3);

  @Test
  void a_session_with_too_few_samples_waits_until_others_have_come() {
    assertEquals(Optional.of(12), samples(session(12)));
    assertEquals(Optional.of(12), samples(session(12), session(4)));
    assertEquals(Optional.of(12), samples(session(12), session(4), session(5)));
    assertEquals(Optional.of(22), samples(session(12), session(4), session(5), session(1)));
    assertEquals(Optional.empty(), samples(session(9)));
    assertEquals(Optional.of(10), samples(session(9), session(1)));
  }

  @Test
  void a_sample_that_a_rater_had_no_say_in_is_none_of_theirs_and_may_leave_too_few_for_others() {
    var session =
        session(
            new Row(ANN, row(11, null, 4)),
            new Row(BEN, row(11, 3, 3)),
            new Row(CID, row(11, 2, 2)));
    // Ann has no say in the first; there Ben and Cid are only two.
    assertEquals(Optional.of(10), samples(ANN, session));
    assertEquals(Optional.of(10), samples(BEN, session));
    assertEquals(Optional.empty(), samples(new UUID(0, 4), session));
  }

  @Test
  void scores_fit_when_each_rater_is_there_once_with_a_place_for_each_sample() {
    assertTrue(
        BlindSession.fit(5, List.of(new Row(ANN, row(2, 1, 5)), new Row(BEN, row(2, null, 3)))));
    assertFalse(
        BlindSession.fit(5, List.of(new Row(ANN, row(2, 1, 5)), new Row(BEN, row(3, 1, 5)))));
    assertFalse(
        BlindSession.fit(5, List.of(new Row(ANN, row(2, 1, 5)), new Row(ANN, row(2, 1, 5)))));
    assertFalse(BlindSession.fit(4, List.of(new Row(ANN, row(2, 1, 5)))));
    assertFalse(BlindSession.fit(5, List.of(new Row(ANN, row(2, 0, 5)))));
  }

  private static Optional<Integer> samples(BlindSession... sessions) {
    return samples(ANN, sessions);
  }

  private static Optional<Integer> samples(UUID rater, BlindSession... sessions) {
    return new BlindSeverities(List.of(sessions)).of(rater).map(BlindSeverity::samples);
  }

  private static BlindSession session(int samples) {
    return session(
        new Row(ANN, row(samples, 4, 4)),
        new Row(BEN, row(samples, 3, 3)),
        new Row(CID, row(samples, 2, 4)));
  }

  private static BlindSession session(Row... rows) {
    return new BlindSession(UUID.randomUUID(), new UUID(1, 1), 5, List.of(rows), Instant.EPOCH);
  }

  /** One value in the first place, another in all further ones. */
  private static List<@Nullable Integer> row(int places, @Nullable Integer first, int further) {
    Integer[] row = new Integer[places];
    IntStream.range(0, places).forEach(place -> row[place] = further);
    row[0] = first;
    return Arrays.asList(row);
  }
}
