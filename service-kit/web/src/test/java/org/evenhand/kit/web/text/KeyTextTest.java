package org.evenhand.kit.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

  @Test
  void aKeyMayHoldLettersOfAnyScriptAndPlainSpaces() {
    assertEquals(Optional.empty(), KeyText.fault("Müller & Söhne 株式会社"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X\u00a01", "X\u200b1", "X\u202f1", "X\u00ad1", "X\u20681", "X\t1", "X\u30001"})
  void whatDoesNotShowIsNamedByItsCodePoint(String key) {
    String fault = KeyText.fault(key).orElseThrow();
    assertTrue(fault.contains(Texts.shown(key.codePointAt(1))), fault);
    assertEquals("X[" + Texts.shown(key.codePointAt(1)) + "]1", KeyText.shown(key));
  }

  @Test
  void aForeignDigitIsShownToo() {
    assertEquals("[U+0665]", KeyText.shown("٥"));
  }
}
