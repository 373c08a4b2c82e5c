package org.evenhand.kit.test.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"^[A-Z]{2}$", "^(?:org|rating)$", "^[^\\u0000-\\u001F]*$", "^\\S+(?: \\S+)*$"})
  void everyEngineReads(String pattern) {
    assertTrue(PortablePatterns.fault(pattern).isEmpty(), pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{2}",
        "^(?s).*$",
        "^(?i)a$",
        "^\\Aa\\Z$",
        "^\\Qa\\E$",
        "^\\p{IsLatin}$",
        "^a++$",
        "^(a$",
        "^[z-a]$",
        "^\\_$"
      })
  void someEngineRefusesOrReadsOtherwise(String pattern) {
    assertTrue(PortablePatterns.fault(pattern).isPresent(), pattern);
  }

  @Test
  void aPatternIsFoundWhereverItStands() throws Exception {
    var document =
        new ObjectMapper()
            .readTree("{\"a\": {\"pattern\": \"b\"}, \"c\": [{}, {\"pattern\": \"^d$\"}]}");
    assertEquals("/a", String.join(" ", PortablePatterns.faults(document).keySet()));
  }
}
