package org.evenhand.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void aRowSaysWhetherItsTargetIsReached() {
    String text =
        new Table(
                List.of(
                    Row.rates(
                        "submit", List.of(300.0), "pgbench", List.of(1000.0), Target.atLeast(0.25)),
                    Row.times(
                        "opening", List.of(9000.0), "insert", List.of(500.0), Target.atMost(10)),
                    new Row("p99", "80.00 ms", "", "", 80, Target.underMillis(250))))
            .text();

    assertThat(text.lines())
        .containsExactly(
            "  work     measured  beside   measured  ratio  target    reached",
            "  submit   300/s     pgbench  1,000/s   0.300  ≥ 0.250   yes",
            "  opening  9,000 ms  insert   500 ms    18.00  ≤ 10.00   no",
            "  p99      80.00 ms                            ≤ 250 ms  yes");
  }
}
