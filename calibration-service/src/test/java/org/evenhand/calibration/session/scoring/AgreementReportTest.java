package org.evenhand.calibration.session.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.agreement.DisputeLevel;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionKind;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class AgreementReportTest {

  private static final UUID HR = new UUID(0, 1);
  private static final UUID CO = new UUID(0, 2);
  private static final List<UUID> RATERS = List.of(new UUID(0, 3), new UUID(0, 4), new UUID(0, 5));
  private static final UUID LEAD = new UUID(0, 6);
  private static final Actor BY_LEAD = new Actor(LEAD, Set.of("hr-lead"));

  /** Ten samples of three raters; the first is critical, the second worth a word. */
  private static final List<List<Integer>> SPREAD =
      List.of(
          List.of(1, 5, 3),
          List.of(2, 3, 4),
          List.of(3, 3, 4),
          List.of(5, 4, 5),
          List.of(1, 1, 2),
          List.of(2, 2, 2),
          List.of(3, 3, 3),
          List.of(4, 4, 4),
          List.of(4, 4, 4),
          List.of(5, 5, 5));

  @Test
  void each_sample_has_its_level_most_disputed_first() {
    var seen = revealed(SPREAD).seenBy(seat(HR), List.of());

    assertEquals(
        List.of(1, 2, 3),
        seen.agenda().stream().limit(3).map(AgreementView.Item::position).toList());
    assertEquals(
        List.of(DisputeLevel.CRITICAL, DisputeLevel.NOTE, DisputeLevel.NONE), levels(seen, 3));
    assertEquals(new SampleLevels(8, 1, 0, 1), measures(seen).sampleLevels());
    assertNull(measures(seen).ac2());
  }

  @Test
  void only_facilitators_see_how_the_pairs_lie_and_only_raters_their_own_kappa() {
    var revealed = revealed(SPREAD);
    for (var facilitator : List.of(HR, CO)) {
      var seen = measures(revealed.seenBy(seat(facilitator), List.of()));
      assertNotNull(seen.pairKappas());
      assertNull(seen.ownKappa());
    }
    for (var rater : RATERS) {
      var seen = measures(revealed.seenBy(seat(rater), List.of()));
      assertNull(seen.pairKappas());
      assertNotNull(seen.ownKappa());
    }
    var seen = measures(revealed.seenBy(BY_LEAD, List.of()));
    assertNull(seen.pairKappas());
    assertNull(seen.ownKappa());
  }

  @Test
  void an_auditor_reads_of_no_sample() {
    var seen = revealed(SPREAD).seenBy(new Actor(LEAD, Set.of("auditor")), List.of());
    assertEquals(List.of(), seen.agenda());
    assertNull(seen.measures());
    assertNull(seen.agreement().low());
  }

  @Test
  void nothing_is_counted_of_a_sample_that_the_reader_is_too_close_to() {
    var revealed = revealed(SPREAD);
    var seen = revealed.seenBy(BY_LEAD, List.of(revealed.scored().samples().get(0).reviewId()));

    assertEquals(9, seen.agenda().size());
    assertEquals(new SampleLevels(8, 1, 0, 0), measures(seen).sampleLevels());
  }

  @Test
  void the_figures_of_all_samples_leave_open_what_one_got_that_the_reader_may_not_read() {
    for (var scores : List.of(SPREAD, Collections.nCopies(12, List.of(4, 4, 4)))) {
      var told = withoutTheFirst(scores);
      var asGood = new ArrayList<List<Integer>>();
      for (int one = 1; one <= 5; one++) {
        for (int two = one; two <= 5; two++) {
          for (int three = two; three <= 5; three++) {
            var other = new ArrayList<>(scores);
            other.set(0, List.of(one, two, three));
            if (told.equals(withoutTheFirst(other))) {
              asGood.add(other.get(0));
            }
          }
        }
      }
      assertTrue(asGood.size() > 3, asGood::toString);
    }
  }

  private static AgreementView withoutTheFirst(List<List<Integer>> scores) {
    return revealed(scores).seenBy(BY_LEAD, List.of(new UUID(2, 0)));
  }

  @Test
  void scores_that_pile_up_have_an_ac2_and_no_kappas() {
    var scores = new ArrayList<List<Integer>>(Collections.nCopies(9, List.of(3, 3, 3)));
    scores.add(List.of(3, 3, 4));
    for (var person : List.of(HR, RATERS.get(0))) {
      var seen = revealed(scores).seenBy(seat(person), List.of());
      assertTrue(measures(seen).piledUp());
      assertEquals(1.0, Objects.requireNonNull(measures(seen).ac2()), 0.01);
      assertNull(measures(seen).pairKappas());
      assertNull(measures(seen).ownKappa());
      assertTrue(seen.reading().stream().anyMatch(words -> words.startsWith("AC2 doesn't fall")));
    }
    assertNull(
        measures(revealed(scores.subList(1, 10)).seenBy(seat(HR), List.of())).ac2(),
        "nine samples carry no coefficient");
  }

  @Test
  void where_raters_differ_though_scores_pile_up_the_reading_says_so() {
    var scores = new ArrayList<List<Integer>>(Collections.nCopies(5, List.of(5, 5, 5)));
    scores.addAll(Collections.nCopies(5, List.of(5, 5, 1)));
    var seen = revealed(scores).seenBy(seat(HR), List.of());

    assertTrue(measures(seen).piledUp());
    assertEquals(0.55, measures(seen).ac2());
    assertTrue(seen.reading().stream().anyMatch(words -> words.startsWith("AC2 is low")));
  }

  @Test
  void of_two_raters_nothing_is_told_but_their_differences() {
    var seen = revealed(Collections.nCopies(12, List.of(2, 4))).seenBy(seat(HR), List.of());

    assertNull(seen.measures());
    assertEquals(Collections.nCopies(12, null), levels(seen, 12));
    assertEquals(2, Objects.requireNonNull(seen.agenda().get(0).spread()).range());
    assertEquals(1, seen.reading().size());
  }

  @Test
  void before_the_reveal_there_is_nothing_to_see() {
    var session = session();
    assertThrows(
        Problem.class,
        () ->
            new AgreementReport(session, new ScoredSamples(List.of(), List.of()))
                .seenBy(seat(HR), List.of()));
  }

  private static Actor seat(UUID person) {
    return new Actor(person, Set.of("manager"));
  }

  private static MeasuresView measures(AgreementView seen) {
    return Objects.requireNonNull(seen.measures());
  }

  private static List<DisputeLevel> levels(AgreementView seen, int count) {
    return seen.agenda().stream()
        .limit(count)
        .map(AgreementView.Item::sampleAgreement)
        .map(found -> found == null ? null : found.level())
        .toList();
  }

  private static AgreementReport revealed(List<List<Integer>> scores) {
    var session = session();
    session.takeSamples(List.of(), Instant.EPOCH);
    session.openBlindScoring(Instant.EPOCH);
    session.reveal(new AgreementOfScores(10).of(scores, 1), Instant.EPOCH);
    var samples = new ArrayList<Sample>();
    var given = new ArrayList<Score>();
    for (int at = 0; at < scores.size(); at++) {
      var id = new UUID(1, at);
      samples.add(new Sample(id, session.id(), new UUID(2, at), at + 1, true, List.of(), 3, 5));
      for (int rater = 0; rater < scores.get(at).size(); rater++) {
        var key = new Score.Key(id, RATERS.get(rater));
        given.add(new Score(key, scores.get(at).get(rater), null, Instant.EPOCH));
      }
    }
    return new AgreementReport(session, new ScoredSamples(samples, given));
  }

  private static Session session() {
    return Session.plan(
        new UUID(0, 9),
        new Session.Plan(
            SessionKind.CALIBRATION, new UUID(0, 8), "Spring", HR, CO, RATERS, List.of(), 10),
        Instant.EPOCH);
  }
}
