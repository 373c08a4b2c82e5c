package org.evenhand.analytics.statistics.tests;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The Mann-Whitney test by its permutation distribution, given the ties: exact for any group sizes.
 *
 * <p>Of all ways to deal the ratings to two groups of these sizes, the share in which the wins are
 * at least as far from their expectation as those seen. Everything is counted in integers; the only
 * rounding is the last division. The distribution is built level by level over (people dealt to the
 * smaller group, its surplus of wins), so the cost grows with the smaller group and the number of
 * levels and not with the larger group: meant for a group under ten. Source: C. R. Mehta, N. R.
 * Patel and A. A. Tsiatis, Biometrics 40 (1984).
 */
public final class ExactMannWhitney {
  private ExactMannWhitney() {}

  /**
   * The two-sided p of two groups; 1 when all ratings are equal.
   *
   * @throws IllegalArgumentException a group is empty, or the scales differ
   */
  public static double p(LevelCounts focal, LevelCounts reference) {
    // Which group is dealt makes no difference to p, so it is the cheaper one.
    LevelCounts small = focal.people() <= reference.people() ? focal : reference;
    LevelCounts large = focal.people() <= reference.people() ? reference : focal;
    long seen = Math.abs(Dominance.of(small, large).surplus());

    BigInteger extreme = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (Map.Entry<Long, BigInteger> deal : deals(small, large).entrySet()) {
      all = all.add(deal.getValue());
      if (Math.abs(deal.getKey()) >= seen) {
        extreme = extreme.add(deal.getValue());
      }
    }
    return new BigDecimal(extreme).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
  }

  private record Dealt(int people, long surplus) {}

  /** How many deals give each surplus of wins over losses to the smaller group. */
  private static Map<Long, BigInteger> deals(LevelCounts small, LevelCounts large) {
    int size = Math.toIntExact(small.people());
    long others = large.people();
    Map<Dealt, BigInteger> ways = Map.of(new Dealt(0, 0), BigInteger.ONE);
    long before = 0;
    for (int level = 1; level <= small.levels(); level++) {
      long here = small.at(level) + large.at(level);
      BigInteger[] choices = choices(here, size);
      Map<Dealt, BigInteger> next = new HashMap<>();
      for (Map.Entry<Dealt, BigInteger> state : ways.entrySet()) {
        Dealt dealt = state.getKey();
        long below = before - dealt.people();
        for (int take = 0; take <= Math.min(here, size - dealt.people()); take++) {
          long above = others - below - (here - take);
          if (above < 0) {
            continue;
          }
          next.merge(
              new Dealt(dealt.people() + take, dealt.surplus() + take * (below - above)),
              state.getValue().multiply(choices[take]),
              BigInteger::add);
        }
      }
      ways = next;
      before += here;
    }
    Map<Long, BigInteger> bySurplus = new HashMap<>();
    ways.forEach((dealt, count) -> bySurplus.merge(dealt.surplus(), count, BigInteger::add));
    return bySurplus;
  }

  /** The binomial coefficients of {@code people} over 0 to {@code most}. */
  private static BigInteger[] choices(long people, int most) {
    BigInteger[] choices = new BigInteger[most + 1];
    choices[0] = BigInteger.ONE;
    for (int i = 1; i <= most; i++) {
      choices[i] =
          choices[i - 1].multiply(BigInteger.valueOf(people - i + 1)).divide(BigInteger.valueOf(i));
    }
    return choices;
  }
}
