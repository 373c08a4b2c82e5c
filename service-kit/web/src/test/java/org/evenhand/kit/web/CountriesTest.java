package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.evenhand.kit.web.text.Countries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

  @Test
  void aCountryIsOneOfIso3166() {
    assertEquals(Optional.empty(), Countries.fault("NL"));
    assertEquals(Optional.empty(), Countries.fault("GB"));
  }

  @ParameterizedTest
  @CsvSource({"UK,GB", "EL,GR", "gb,GB", "GBR,GB", "uk,GB"})
  void whoeverWritesACountryOtherwiseIsToldItsCode(String written, String right) {
    assertTrue(Countries.fault(written).orElseThrow().endsWith(" is " + right), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "ZZ", "Holland", "G", "", "XK", "\u0047\u0412"})
  void anyOtherTextIsNone(String written) {
    assertTrue(Countries.fault(written).isPresent(), written);
  }
}
