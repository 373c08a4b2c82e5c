package org.evenhand.bench.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedTest {
  @Test
  void aNameFromANumberIsFoundWithinAText() {
    String text = "{\"by\": \"" + Numbered.REVIEWER.of(300) + "\"}";

    var found = Numbered.ANY.matcher(text);

    assertThat(found.find()).isTrue();
    assertThat(Numbered.withPrefix(found.group("prefix"))).isEqualTo(Numbered.REVIEWER);
    assertThat(Long.parseLong(found.group("number"), 16)).isEqualTo(300);
  }
}
