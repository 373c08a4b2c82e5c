package org.evenhand.kit.data.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | DE",
        "de-AT | DE",
        "fr, de;q=0.5 | DE",
        "en;q=0.4, DE;q=0.8 | DE",
        "en-GB, de;q=0.9 | EN",
        "de;q=0, en;q=0.1 | EN",
      })
  void thePreferredOneOfThoseThatAreWrittenIsTaken(String header, TemplateLanguage language) {
    assertEquals(language, TemplateLanguage.preferred(header));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "*", "fr", "de;q=much", ";;,", "-"})
  void whoeverPrefersNoneOfThemOrSaysNothingReadableReadsEnglish(String header) {
    assertEquals(TemplateLanguage.EN, TemplateLanguage.preferred(header));
  }
}
