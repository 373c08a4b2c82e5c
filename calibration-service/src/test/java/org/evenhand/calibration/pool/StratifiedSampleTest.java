package org.evenhand.calibration.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StratifiedSampleTest {

  @Test
  void each_stratum_gets_its_share_and_the_largest_remainders_get_the_rest() {
    // 12 of 50 + 30 + 20: shares of 6, 3.6 and 2.4, hence 6, 4 and 2.
    var candidates = candidates(50, 30, 20);
    var drawn = StratifiedSample.draw(candidates, 12, new Random(7));
    var strata =
        candidates.stream()
            .filter(c -> drawn.contains(c.reviewId()))
            .collect(Collectors.groupingBy(Pool.Candidate::stratum, Collectors.counting()));
    assertEquals(java.util.Map.of("stratum-0", 6L, "stratum-1", 4L, "stratum-2", 2L), strata);
  }

  @Test
  void another_draw_is_another_sample() {
    var candidates = candidates(40, 40);
    var first = StratifiedSample.draw(candidates, 10, new Random(1));
    assertNotEquals(first, StratifiedSample.draw(candidates, 10, new Random(2)));
    assertEquals(10, first.stream().distinct().count());
    assertEquals(first.stream().sorted().toList(), first, "the order tells nothing of strata");
  }

  @Test
  void a_sample_as_large_as_the_population_is_the_population() {
    var candidates = candidates(3, 2);
    assertEquals(5, StratifiedSample.draw(candidates, 9, new Random(1)).size());
  }

  private static List<Pool.Candidate> candidates(int... sizes) {
    return IntStream.range(0, sizes.length)
        .boxed()
        .flatMap(
            stratum ->
                Stream.generate(
                        () -> new Pool.Candidate(UUID.randomUUID(), "stratum-" + stratum, false, 2))
                    .limit(sizes[stratum]))
        .toList();
  }
}
