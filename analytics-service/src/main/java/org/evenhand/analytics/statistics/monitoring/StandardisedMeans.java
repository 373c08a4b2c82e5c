package org.evenhand.analytics.statistics.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.Moments;

/**
 * The means of a series of groups as standard normal values: what a CUSUM or an EWMA of groups of
 * different size runs on.
 *
 * <p>A few groups tell their common mean only roughly, and a series that is held against a mean
 * that is a little off leaves it slowly but surely: against eight groups of baseline a CUSUM would
 * signal falsely within twelve further ones in 7 % of series, where 1 % is promised. So each later
 * group is held against all before it, by the error of a prediction, zᵢ = (x̄ᵢ − m) / (s √(1/nᵢ +
 * 1/N)), m and N being those before and s the deviation within the groups of the baseline. Without
 * drift these are independent. A shift is learned in the end, so that one of a single standard
 * error is often missed; one of two or three is not.
 *
 * <p>Groups that differ by more than chance would make every later one a signal. How much those of
 * the baseline differ is as rough a figure, so zᵢ is also taken as Student's t by it, and the
 * smaller of the two counts. Sources: C. P. Quesenberry, Journal of Quality Technology 23 (1991);
 * D. M. Hawkins, The Statistician 36 (1987).
 *
 * @param mean of the baseline
 * @param deviation s, above 0
 * @param unrest the deviation of the baseline's own standardised means: 1 is chance
 * @param freedom of {@code unrest}, the groups of the baseline less one
 * @param all people of all groups
 * @param z of every group; those of the baseline against its mean
 */
public record StandardisedMeans(
    double mean, double deviation, double unrest, int freedom, Moments all, List<Double> z) {

  public StandardisedMeans {
    z = List.copyOf(z);
  }

  /**
   * Standardises a series; empty when all of the baseline are rated the same within their groups:
   * then there is no chance to measure by.
   *
   * @param groups in order, each with people
   * @param baseline how many of the first form the baseline, at least 2 and at most all
   */
  public static Optional<StandardisedMeans> of(List<Moments> groups, int baseline) {
    if (baseline < 2 || baseline > groups.size()) {
      throw new IllegalArgumentException(baseline + " of " + groups.size() + " as a baseline");
    }
    Moments all = new Moments(0, 0, 0);
    double within = 0;
    for (Moments group : groups.subList(0, baseline)) {
      all = all.plus(group);
      within += group.scatter();
    }
    if (within == 0) {
      return Optional.empty();
    }
    double deviation = Math.sqrt(within / (all.n() - baseline));
    List<Double> z = new ArrayList<>();
    double scatter = 0;
    for (Moments group : groups.subList(0, baseline)) {
      double own = (group.mean() - all.mean()) * Math.sqrt((double) group.n()) / deviation;
      scatter += own * own;
      z.add(own);
    }
    StandardisedMeans found =
        new StandardisedMeans(
            all.mean(), deviation, Math.sqrt(scatter / (baseline - 1)), baseline - 1, all, z);
    z.replaceAll(own -> own / found.overDispersion());
    for (Moments group : groups.subList(baseline, groups.size())) {
      z.add(found.predicted(all, group));
      all = all.plus(group);
    }
    return Optional.of(
        new StandardisedMeans(found.mean, deviation, found.unrest, found.freedom, all, z));
  }

  /** How much more than by chance the groups of the baseline differ, at least 1. */
  public double overDispersion() {
    return Math.max(1, unrest);
  }

  private double predicted(Moments before, Moments group) {
    double byChance = (group.mean() - before.mean()) / error(before.n(), group.n());
    if (unrest == 0) {
      return byChance;
    }
    double byUnrest = Gaussian.ofStudent(byChance / unrest, freedom);
    return Math.abs(byUnrest) < Math.abs(byChance) ? byUnrest : byChance;
  }

  private double error(long before, long people) {
    return deviation * Math.sqrt(1.0 / before + 1.0 / people);
  }

  /** The mean of a next group of so many people that lies {@code z} from all before it. */
  public double meanAt(double atZ, long people) {
    double byUnrest = unrest * Math.abs(Gaussian.toStudent(atZ, freedom));
    double steps = Math.copySign(Math.max(Math.abs(atZ), byUnrest), atZ);
    return all.mean() + steps * error(all.n(), people);
  }
}
