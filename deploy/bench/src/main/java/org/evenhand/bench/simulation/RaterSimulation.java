package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.raters.OneWayEffects;
import org.evenhand.analytics.statistics.raters.RaterSeverity;

/** How often managers who rate like the others, or far more leniently, are named. */
final class RaterSimulation {
  private static final int LEVELS = 5;

  /** In a company of so many, a setting has as many companies as the others have. */
  private static final int MOST = 60;

  private final int companies;
  private final SplittableRandom random;

  /**
   * @param companies of {@value #MOST} managers; of smaller ones there are more, so that all
   *     settings rest on as many managers
   */
  RaterSimulation(int companies, SplittableRandom random) {
    this.companies = companies;
    this.random = random;
  }

  /**
   * @param number of managers in a company
   * @param reports of each manager
   * @param spread the standard deviation of the managers' true effects, in rating points
   * @param lenience what one manager adds to each rating, in rating points
   */
  record Managers(int number, int reports, double spread, double lenience) {
    private static final double LARGE = .5;

    static final List<Managers> ALL =
        List.of(
            new Managers(4, 8, 0, 0),
            new Managers(4, 8, .25, 0),
            new Managers(4, 20, .5, 0),
            new Managers(4, 50, .8, 0),
            new Managers(10, 8, 0, 0),
            new Managers(10, 8, .25, 0),
            new Managers(10, 5, .5, 0),
            new Managers(10, 20, .5, 0),
            new Managers(20, 8, .25, 0),
            new Managers(20, 20, .5, 0),
            new Managers(60, 8, 0, 0),
            new Managers(60, 50, .15, 0),
            new Managers(60, 8, .25, 0),
            new Managers(60, 20, .25, 0),
            new Managers(60, 5, .5, 0),
            new Managers(60, 20, .5, 0),
            new Managers(60, 20, .25, 1),
            new Managers(60, 20, 0, 1));

    String name() {
      String others = spread == 0 ? "alike" : "by " + spread;
      String who = lenience == 0 ? others : "one by " + lenience + ", else " + others;
      return number + " of " + reports + " reports, " + who;
    }

    /** Whether at most one in ten of all who are named is claimed to be wrong. */
    boolean isClaimed(double level) {
      return spread >= LARGE && level <= spread;
    }

    boolean differ() {
      return spread > 0 || lenience > 0;
    }
  }

  /** What was found over all companies of a setting, beyond one level. */
  static final class Found {
    private int companies;
    private int naming;
    private int beyond;
    private int one;
    private int named;
    private int wrong;
    private double wrongShares;

    private void add(double[] truth, List<RaterSeverity> found, double level) {
      int namedHere = 0;
      int wrongHere = 0;
      for (int manager = 0; manager < found.size(); manager++) {
        beyond += Math.abs(truth[manager]) >= level ? 1 : 0;
        if (found.get(manager).isSurelyBeyond(level)) {
          double side = Math.signum(found.get(manager).profile().rawEffect());
          namedHere++;
          wrongHere += truth[manager] * side < level ? 1 : 0;
          one += manager == 0 ? 1 : 0;
        }
      }
      companies++;
      naming += namedHere > 0 ? 1 : 0;
      named += namedHere;
      wrong += wrongHere;
      wrongShares += namedHere == 0 ? 0 : (double) wrongHere / namedHere;
    }

    int companies() {
      return companies;
    }

    /** In how many companies somebody was named: errors in one company go together. */
    int naming() {
      return naming;
    }

    int named() {
      return named;
    }

    /** Of the managers whose true effect is beyond the level, the share that was named. */
    double found() {
      return beyond == 0 ? 0 : (double) (named - wrong) / beyond;
    }

    /** The share of companies in which the lenient manager was named. */
    double one() {
      return (double) one / companies;
    }

    /** Of all who were named, the share that doesn't lie beyond the level on that side. */
    double wrong() {
      return named == 0 ? 0 : (double) wrong / named;
    }

    /** The mean over companies of that share, 0 in one that named nobody. */
    double wrongOfCompany() {
      return wrongShares / companies;
    }
  }

  /** Names managers beyond each level. */
  Map<Size, Found> run(Managers managers) {
    Map<Size, Found> found = new EnumMap<>(Size.class);
    for (int company = 0; company < companies * MOST / managers.number(); company++) {
      double[] truth = new double[managers.number()];
      List<LevelCounts> ratings = new ArrayList<>();
      for (int manager = 0; manager < truth.length; manager++) {
        truth[manager] =
            managers.spread() * random.nextGaussian() + (manager == 0 ? managers.lenience() : 0);
        ratings.add(team(managers.reports(), truth[manager]));
      }
      List<RaterSeverity> severities = severities(ratings);
      for (Size size : List.of(Size.NOTE, Size.WARN, Size.CRITICAL)) {
        found
            .computeIfAbsent(size, none -> new Found())
            .add(truth, severities, RaterSeverity.points(size));
      }
    }
    return found;
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

  private static List<RaterSeverity> severities(List<LevelCounts> ratings) {
    Map<String, Moments> groups = new LinkedHashMap<>();
    for (int i = 0; i < ratings.size(); i++) {
      groups.put("manager " + i, Moments.of(ratings.get(i)));
    }
    Optional<OneWayEffects> among = OneWayEffects.of(groups);
    List<RaterSeverity> severities = new ArrayList<>();
    for (int i = 0; i < ratings.size() && among.isPresent(); i++) {
      List<LevelCounts> peers = new ArrayList<>(ratings);
      LevelCounts own = peers.remove(i);
      severities.add(RaterSeverity.of(own, peers, among.get()).orElseThrow());
    }
    return severities;
  }
}
