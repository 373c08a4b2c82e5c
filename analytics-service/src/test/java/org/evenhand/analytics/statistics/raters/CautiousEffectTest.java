package org.evenhand.analytics.statistics.raters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Size;
import org.junit.jupiter.api.Test;

class CautiousEffectTest {

  private static final LevelCounts LENIENT = LevelCounts.of(0, 0, 1, 4, 7);
  private static final List<LevelCounts> PEERS =
      List.of(
          LevelCounts.of(6, 4, 2, 0, 0),
          LevelCounts.of(1, 2, 6, 2, 1),
          LevelCounts.of(1, 3, 4, 3, 1),
          LevelCounts.of(2, 2, 4, 2, 2),
          LevelCounts.of(1, 2, 2, 1, 0));

  @Provide
  Arbitrary<List<LevelCounts>> raters() {
    return Arbitraries.longs()
        .between(0, 6)
        .array(long[].class)
        .ofSize(5)
        .map(LevelCounts::of)
        .filter(counts -> counts.people() >= 2)
        .list()
        .ofMinSize(4)
        .ofMaxSize(12);
  }

  /** By the sums over peers that the formula has, one after the other. */
  @Test
  void it_is_the_posterior_by_the_lower_limit_and_with_the_chance_of_the_peers_mean() {
    RaterSeverity found = of(LENIENT, PEERS).orElseThrow();
    OneWayEffects among = among(LENIENT, PEERS);
    double variance = found.profile().baselineVariance();
    double people = 54;
    double ofMean = 0;
    for (LevelCounts peer : PEERS) {
      double weight = peer.people() / people;
      ofMean += weight * weight * (among.betweenVariance() + variance / peer.people());
    }
    double least = among.leastBetweenVariance();
    double weight = least / (least + variance / 12 + ofMean);
    assertEquals(weight * found.profile().rawEffect(), found.evidence().effect(), 1e-12);
    assertEquals(Math.sqrt(least * (1 - weight)), found.evidence().deviation(), 1e-12);
    assertEquals(0.966, found.probability(), 0.0005);
    assertEquals(Size.CRITICAL, found.size());
    assertEquals(Size.NOTE, found.level());
  }

  @Test
  void an_effect_is_probable_in_its_own_direction_and_less_so_beyond_more() {
    for (double effect : new double[] {-0.6, 0.6}) {
      CautiousEffect found = new CautiousEffect(effect, 0.2);
      assertEquals(0.5, found.probabilityBeyond(0.6), 1e-12);
      assertEquals(0.8413447, found.probabilityBeyond(0.4), 1e-6);
      assertEquals(0.1586553, found.probabilityBeyond(0.8), 1e-6);
    }
  }

  @Test
  void somebody_is_named_above_nine_in_ten() {
    double beyond = 0.2563103;
    assertTrue(named(0.2501 + beyond).isSurelyBeyond(0.25));
    assertFalse(named(0.2499 + beyond).isSurelyBeyond(0.25));
    assertEquals(Size.NOTE, named(-0.2501 - beyond).level());
  }

  private static RaterSeverity named(double effect) {
    RaterProfile profile = of(LENIENT, PEERS).orElseThrow().profile();
    return new RaterSeverity(profile, new CautiousEffect(effect, 0.2));
  }

  @Test
  void where_raters_may_not_differ_at_all_nobody_is_named_however_far_they_lie() {
    List<LevelCounts> alike = Collections.nCopies(12, LevelCounts.of(1, 2, 4, 2, 1));
    LevelCounts own = LevelCounts.of(0, 1, 4, 3, 2);
    OneWayEffects among = among(own, alike);
    assertEquals(0, among.leastBetweenVariance());
    RaterSeverity found = of(own, alike).orElseThrow();
    assertTrue(found.profile().rawEffect() > 0.5);
    assertEquals(0, found.probability());
    assertEquals(Size.NONE, found.level());
  }

  @Test
  void without_peers_there_is_nothing_to_be_held_against() {
    OneWayEffects among = among(LENIENT, PEERS);
    assertThrows(NoSuchElementException.class, () -> RaterSeverity.of(LENIENT, List.of(), among));
    assertTrue(RaterSeverity.of(LevelCounts.of(0, 0, 0, 0, 0), PEERS, among).isEmpty());
  }

  @Property(tries = 300)
  void it_never_claims_more_than_what_takes_the_variance_and_the_mean_as_known(
      @ForAll("raters") List<LevelCounts> raters) {
    List<LevelCounts> peers = raters.subList(1, raters.size());
    of(raters.get(0), peers)
        .ifPresent(
            found -> {
              RaterProfile profile = found.profile();
              CautiousEffect bold =
                  new CautiousEffect(profile.shrunkenEffect(), profile.posteriorDeviation());
              assertTrue(found.size().isAtLeast(found.level()));
              assertTrue(
                  Math.abs(found.evidence().effect())
                      <= Math.abs(profile.shrunkenEffect()) + 1e-12);
              for (double points : new double[] {0.25, 0.5, 0.75}) {
                double probability = found.evidence().probabilityBeyond(points);
                assertTrue(probability <= Math.max(0.5, bold.probabilityBeyond(points)) + 1e-12);
              }
            });
  }

  /** Ten managers of eight reports: taken as known, more than one in ten of those named was not. */
  @Test
  void of_those_who_are_named_among_few_at_most_one_in_ten_is_named_wrongly() {
    Random random = new Random(7);
    int named = 0;
    int wrong = 0;
    for (int company = 0; company < 4_000; company++) {
      List<LevelCounts> raters = new ArrayList<>();
      double[] truth = new double[10];
      for (int rater = 0; rater < truth.length; rater++) {
        truth[rater] = 0.35 * random.nextGaussian();
        raters.add(ratings(random, truth[rater]));
      }
      OneWayEffects among = among(raters.get(0), raters.subList(1, raters.size()));
      for (int rater = 0; rater < truth.length; rater++) {
        List<LevelCounts> peers = new ArrayList<>(raters);
        RaterSeverity found = RaterSeverity.of(peers.remove(rater), peers, among).orElseThrow();
        if (found.isSurelyBeyond(0.25)) {
          named++;
          wrong += truth[rater] * Math.signum(found.evidence().effect()) < 0.25 ? 1 : 0;
        }
      }
    }
    assertTrue(named > 100, named + " named");
    assertTrue(wrong < named / 10.0, wrong + " of " + named);
  }

  private static LevelCounts ratings(Random random, double effect) {
    long[] counts = new long[5];
    for (int i = 0; i < 8; i++) {
      long rating = Math.round(3.2 + effect + 0.85 * random.nextGaussian());
      counts[(int) Math.max(1, Math.min(5, rating)) - 1]++;
    }
    return LevelCounts.of(counts);
  }

  private static Optional<RaterSeverity> of(LevelCounts own, List<LevelCounts> peers) {
    return OneWayEffects.of(moments(own, peers))
        .flatMap(among -> RaterSeverity.of(own, peers, among));
  }

  private static OneWayEffects among(LevelCounts own, List<LevelCounts> peers) {
    return OneWayEffects.of(moments(own, peers)).orElseThrow();
  }

  private static Map<String, Moments> moments(LevelCounts own, List<LevelCounts> peers) {
    Map<String, Moments> moments = new TreeMap<>(Map.of("own", Moments.of(own)));
    for (int i = 0; i < peers.size(); i++) {
      moments.put("peer " + i, Moments.of(peers.get(i)));
    }
    return moments;
  }
}
