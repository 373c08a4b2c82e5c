package org.evenhand.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.Size;
import org.junit.jupiter.api.Test;

class RaterSimulationTest {
  @Test
  void aSettingRestsOnAsManyManagersWhateverTheSizeOfItsCompanies() {
    assertThat(run(4, .25, 0).get(Size.NOTE).companies()).isEqualTo(150);
    assertThat(run(60, .25, 0).get(Size.NOTE).companies()).isEqualTo(10);
  }

  @Test
  void whoeverIsNamedAmongManagersWhoRateAlikeIsNamedWrongly() {
    RaterSimulation.Found found = run(60, 0, 0).get(Size.NOTE);
    assertThat(found.found()).isZero();
    assertThat(found.named() * found.wrong()).isEqualTo(found.named());
    assertThat(found.wrongOfCompany()).isEqualTo((double) found.naming() / found.companies());
  }

  @Test
  void managersWhoDifferMuchAreFoundAndOneOfThemIsTheLenientOne() {
    Map<Size, RaterSimulation.Found> found = run(60, .8, 1);
    assertThat(found.get(Size.NOTE).naming()).isEqualTo(10);
    assertThat(found.get(Size.NOTE).one()).isBetween(.3, 1.0);
    assertThat(found.get(Size.NOTE).found()).isBetween(.4, 1.0);
    assertThat(found.get(Size.NOTE).wrong()).isLessThan(.1);
    assertThat(found.get(Size.CRITICAL).named()).isLessThan(found.get(Size.NOTE).named());
  }

  private static Map<Size, RaterSimulation.Found> run(int number, double spread, double lenience) {
    return new RaterSimulation(10, new SplittableRandom(3))
        .run(new RaterSimulation.Managers(number, 20, spread, lenience));
  }
}
