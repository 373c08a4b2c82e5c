package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.OneWayEffects;
import org.evenhand.analytics.statistics.RaterProfile;

/** How often managers who rate as the others do, or far more leniently, are told apart. */
final class RaterSimulation {
  private static final int MANAGERS = 60;
  private static final int LEVELS = 5;

  private final int companies;
  private final SplittableRandom random;

  RaterSimulation(int companies, SplittableRandom random) {
    this.companies = companies;
    this.random = random;
  }

  /**
   * @param reports of each manager
   * @param spread of the managers' true effects, in rating points
   * @param lenience what one manager puts on top, in rating points
   */
  record Managers(String name, int reports, double spread, double lenience) {
    static final List<Managers> ALL =
        List.of(
            new Managers("all rate alike, 8 reports", 8, 0, 0),
            new Managers("effects of 0.5, 8 reports", 8, .5, 0),
            new Managers("effects of 0.5, 20 reports", 20, .5, 0),
            new Managers("effects of 0.25, 20 reports", 20, .25, 0),
            new Managers("one of 1.0, else 0.25, 20", 20, .25, 1.0),
            new Managers("one of 1.0, else alike, 20", 20, 0, 1.0));
  }

  /**
   * @param found of the managers whose true effect is beyond the level, how many were named
   * @param one the share of companies in which the lenient manager was named
   * @param named how many managers were named
   * @param wrong of those that were named, whose true effect is below the level
   */
  record Found(double found, double one, int named, double wrong) {}

  /** Names managers beyond a level, in rating points. */
  Found run(Managers managers, double level) {
    int beyond = 0;
    int one = 0;
    int named = 0;
    int wrong = 0;
    for (int company = 0; company < companies; company++) {
      double[] truth = new double[MANAGERS];
      List<LevelCounts> ratings = new ArrayList<>();
      for (int manager = 0; manager < MANAGERS; manager++) {
        truth[manager] =
            managers.spread() * random.nextGaussian() + (manager == 0 ? managers.lenience() : 0);
        ratings.add(team(managers.reports(), truth[manager]));
      }
      List<RaterProfile> profiles = profiles(ratings);
      for (int manager = 0; manager < profiles.size(); manager++) {
        boolean isBeyond = Math.abs(truth[manager]) >= level;
        beyond += isBeyond ? 1 : 0;
        if (profiles.get(manager).probabilityBeyond(level) > RaterProfile.SURE) {
          named++;
          wrong += isBeyond ? 0 : 1;
          one += manager == 0 ? 1 : 0;
        }
      }
    }
    return new Found(
        beyond == 0 ? 0 : (double) (named - wrong) / beyond,
        (double) one / companies,
        named,
        named == 0 ? 0 : (double) wrong / named);
  }

  /** Ratings around the middle of the scale, with a deviation of about 0.9. */
  private LevelCounts team(int reports, double effect) {
    long[] counts = new long[LEVELS];
    for (int i = 0; i < reports; i++) {
      long rating = Math.round(3.2 + effect + .85 * random.nextGaussian());
      counts[(int) Math.max(1, Math.min(LEVELS, rating)) - 1]++;
    }
    return LevelCounts.of(counts);
  }

  private static List<RaterProfile> profiles(List<LevelCounts> ratings) {
    Map<String, Moments> groups = new LinkedHashMap<>();
    LevelCounts all = LevelCounts.of(new long[LEVELS]);
    for (int i = 0; i < ratings.size(); i++) {
      groups.put("manager " + i, Moments.of(ratings.get(i)));
      all = all.plus(ratings.get(i));
    }
    double between = OneWayEffects.of(groups).map(OneWayEffects::betweenVariance).orElse(0.0);
    List<RaterProfile> profiles = new ArrayList<>();
    for (LevelCounts own : ratings) {
      Optional<RaterProfile> profile = RaterProfile.of(own, without(all, own), between);
      profile.ifPresent(profiles::add);
    }
    return profiles;
  }

  private static LevelCounts without(LevelCounts all, LevelCounts own) {
    long[] peers = new long[LEVELS];
    for (int level = 1; level <= LEVELS; level++) {
      peers[level - 1] = all.at(level) - own.at(level);
    }
    return LevelCounts.of(peers);
  }
}
