package org.evenhand.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentFileTest {
  @Test
  void everyRowHasTheColumnsOfItsHeader() {
    for (SentFile file : new SentFile[] {SentFile.employees("c", 20), SentFile.ratings("c", 20)}) {
      assertThat(file.body().lines()).hasSize(21);
      assertThat(file.body().lines().map(line -> line.split(",", -1).length).distinct()).hasSize(1);
    }
  }

  @Test
  void aManagerStandsBeforeTheirReportsAndTheHeadHasNone() {
    assertThat(SentFile.employees("c", 20).body().lines().skip(1).map(line -> line.split(",")[4]))
        .startsWith("", "c-0", "c-0")
        .endsWith("c-2");
  }
}
