package org.evenhand.analytics.statistics.tests;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bounds for looks at a test before all ratings are in, after Lan and DeMets: a small part of α is
 * spent at each look, so that looking often costs nothing of the final promise.
 *
 * <p>The bounds are two-sided and symmetric, those of a {@link SpendingFunction}, and found by
 * recursive numerical integration over the paths that have not crossed yet. Sources: K. K. G. Lan
 * and D. L. DeMets, Biometrika 70 (1983); P. Armitage, C. K. McPherson and B. C. Rowe, JRSS A 132
 * (1969).
 */
public final class AlphaSpending {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond so many standard deviations a path is as good as impossible. */
  private static final double FAR = 9;

  /** An even number of steps across the paths that go on, for Simpson's rule. */
  private static final int STEPS = 1000;

  /**
   * Looks nearer to each other than this share lie between two steps of the integration, and would
   * get bounds that are too low. From here on those of α = .05 are right to .0002.
   */
  private static final double NEAREST = 1e-4;

  private AlphaSpending() {}

  /**
   * One look.
   *
   * @param share t, of the ratings that are in
   * @param bound the test stops when |z| exceeds it; infinite where there is nothing to spend yet
   * @param spent α spent up to and with this look
   */
  public record Look(double share, double bound, double spent) {}

  /** The bounds of a series of looks by O'Brien and Fleming's type of spending. */
  public static List<Look> obrienFleming(double alpha, double... shares) {
    return looks(SpendingFunction.OBRIEN_FLEMING, alpha, shares);
  }

  /**
   * The bounds of a series of looks.
   *
   * @param spending how α is given out over the looks
   * @param alpha two-sided, for example .05
   * @param shares of the ratings that are in at each look: rising, above 0, at most 1, and each at
   *     least a ten-thousandth after the one before; looks that nothing tells apart are one
   * @throws IllegalArgumentException other shares, or an alpha that is not between 0 and 1
   */
  public static List<Look> looks(SpendingFunction spending, double alpha, double... shares) {
    requireRising(alpha, shares);
    List<Look> looks = new ArrayList<>();
    Paths paths = Paths.start();
    double before = 0;
    for (double share : shares) {
      double spent = spending.spent(alpha, share);
      double bound = paths.boundAt(share, spent - before);
      paths = paths.goOn(share, bound);
      looks.add(new Look(share, bound, spent));
      before = spent;
    }
    return looks;
  }

  private static void requireRising(double alpha, double... shares) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("An alpha of " + alpha);
    }
    double last = 0;
    for (double share : shares) {
      if (!(share > last && share <= 1)) {
        throw new IllegalArgumentException("A look at " + share + " after one at " + last);
      }
      if (last > 0 && share - last < NEAREST * (1 - 1e-6)) {
        throw new IllegalArgumentException("Looks at " + last + " and " + share + " are one");
      }
      last = share;
    }
  }

  /**
   * The density of Brownian motion at a time, over the paths that have crossed no bound: values on
   * a grid from −edge to edge.
   */
  private static final class Paths {
    private final double time;
    private final double edge;
    private final double[] density;

    private Paths(double time, double edge, double[] density) {
      this.time = time;
      this.edge = edge;
      this.density = density;
    }

    static Paths start() {
      return new Paths(0, 0, new double[0]);
    }

    /** The bound of |z| at a time that is crossed with a given probability. */
    double boundAt(double share, double probability) {
      if (!(probability > 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double low = 0;
      double high = 40;
      for (int i = 0; i < 80; i++) {
        double middle = (low + high) / 2;
        if (crossing(share, middle) > probability) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (low + high) / 2;
    }

    private double crossing(double share, double bound) {
      double value = bound * Math.sqrt(share);
      double deviation = Math.sqrt(share - time);
      if (density.length == 0) {
        return 2 * NORMAL.survivalProbability(value / deviation);
      }
      double sum = 0;
      for (int i = 0; i <= STEPS; i++) {
        double from = at(i);
        double crosses =
            NORMAL.survivalProbability((value - from) / deviation)
                + NORMAL.cumulativeProbability((-value - from) / deviation);
        sum += simpson(i) * density[i] * crosses;
      }
      return sum * step();
    }

    /** The paths that stay within a bound at a later time. */
    Paths goOn(double share, double bound) {
      double reach = Math.min(bound, FAR) * Math.sqrt(share);
      Paths next = new Paths(share, reach, new double[STEPS + 1]);
      double deviation = Math.sqrt(share - time);
      for (int j = 0; j <= STEPS; j++) {
        next.density[j] = densityAt(next.at(j), deviation);
      }
      return next;
    }

    private double densityAt(double value, double deviation) {
      if (density.length == 0) {
        return NORMAL.density(value / deviation) / deviation;
      }
      double sum = 0;
      for (int i = 0; i <= STEPS; i++) {
        sum += simpson(i) * density[i] * NORMAL.density((value - at(i)) / deviation);
      }
      return sum * step() / deviation;
    }

    private double at(int i) {
      return -edge + i * step();
    }

    private double step() {
      return 2 * edge / STEPS;
    }

    private static double simpson(int i) {
      if (i == 0 || i == STEPS) {
        return 1.0 / 3;
      }
      return i % 2 == 1 ? 4.0 / 3 : 2.0 / 3;
    }
  }
}
