package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Many of one party change places with many of another, so that no figure changes; that takes no
 * two who are alike, which among many figures hardly anybody is. Everybody has a {@link Shares
 * share} in it. Then one person is given a whole share, and everybody else a little more or less,
 * in proportion to their own, so that it evens out (least squares). Where nobody's share would
 * become less than none or more than whole, that is a change in which this person takes part.
 *
 * <p>Shares are no whole people. So what is proved is what an attacker by linear programming can't
 * find out: the least number of people that the figures allow in place of such a person is none.
 */
final class Exchange {

  /** So many kinds of people are looked at one by one where the quick bound doesn't suffice. */
  private static final int EXACT = 3_000;

  private static final double CERTAINTY = 1 - 1e-3;

  private final List<Standpoint> kinds;
  private final List<Integer> figures;
  private final Shares shares;

  /**
   * @param one people who are all in the same blocks in the figures in which they change places
   * @param other likewise
   * @param figures those of them in which these blocks aren't the same
   * @param people how many there are of each of them
   */
  Exchange(
      List<Standpoint> one,
      List<Standpoint> other,
      List<Integer> figures,
      Map<Standpoint, Long> people) {
    this.kinds = new ArrayList<>(one);
    kinds.addAll(other);
    this.figures = figures;
    this.shares = new Shares(kinds, one.size(), figures, people);
  }

  /** Those of both parties who may be in the place of somebody of the other one. */
  Set<Standpoint> open() {
    if (figures.isEmpty()) {
      return new HashSet<>(kinds);
    }
    return shares.areFound() ? whole(shares.gram()) : Set.of();
  }

  /** Who can be given a whole share. */
  private Set<Standpoint> whole(Gram gram) {
    double[] standsOut =
        IntStream.range(0, kinds.size())
            .mapToDouble(kind -> shares.of(kind) > 0 ? gram.standsOut(shares.cells(kind)) : 0)
            .toArray();
    double most = IntStream.range(0, kinds.size()).mapToDouble(i -> standsOut[i]).max().orElse(0);
    Set<Standpoint> open = new HashSet<>();
    for (int kind = 0; kind < standsOut.length; kind++) {
      if (shares.of(kind) > 0 && isWhole(kind, standsOut[kind], most, gram)) {
        open.add(kinds.get(kind));
      }
    }
    return open;
  }

  private boolean isWhole(int kind, double standsOut, double most, Gram gram) {
    double share = shares.of(kind);
    if (share >= 1) {
      return true;
    }
    double alone = 1 - share * standsOut;
    if (alone <= 1 - CERTAINTY) {
      return false;
    }
    double more = (1 - share) / alone;
    // By Cauchy and Schwarz, nobody's share changes by a greater part.
    return more * Math.sqrt(standsOut * most) <= CERTAINTY
        || kinds.size() <= EXACT && more * greatestChange(kind, gram) <= CERTAINTY;
  }

  private double greatestChange(int kind, Gram gram) {
    double[] solved = gram.solve(shares.cells(kind));
    return IntStream.range(0, kinds.size())
        .filter(other -> other != kind && shares.of(other) > 0)
        .mapToDouble(other -> Math.abs(shares.sum(solved, other)))
        .max()
        .orElse(0);
  }
}
