package org.evenhand.kit.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final Pattern WORDS = Pattern.compile(Texts.WORDS);

  @ParameterizedTest
  @ValueSource(
      ints = {
        ' ', '\t', '\n', '\r', 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x1680, 0x17b4, 0x180e,
        0x2003, 0x200b, 0x200d, 0x200f, 0x2028, 0x202e, 0x202f, 0x205f, 0x2060, 0x2065, 0x2069,
        0x206f, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x13430, 0x16fe4, 0x1bca0,
        0x1d159, 0x1d173, 0xe0001, 0xe0020, 0xe01ef, 0xe0fff
      })
  void whatShowsNothingIsBlankAndStrippedAtTheEnds(int codePoint) {
    String nothing = Character.toString(codePoint);
    assertTrue(Texts.isBlank(nothing));
    assertFalse(WORDS.matcher(nothing.repeat(2)).matches());
    assertEquals("", Texts.normal(nothing.repeat(3)));
    assertEquals("a" + nothing + "b", Texts.normal(nothing + "a" + nothing + "b" + nothing));
    assertTrue(WORDS.matcher(nothing + "a" + nothing + "b" + nothing).matches());
  }

  @Test
  void javasOwnNotionOfWhiteSpaceAndOfFormatCharactersIsWithinOurs() {
    Pattern formats = Pattern.compile("[\\p{IsWhite_Space}\\p{Zs}\\p{Zl}\\p{Zp}&&[^\\p{Cc}]]");
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(codePoint -> formats.matcher(Character.toString(codePoint)).matches())
        .forEach(codePoint -> assertTrue(Texts.isInvisible(codePoint), Texts.shown(codePoint)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "٥", "語", "👩‍💻", "\u0600", "\ue000", "\ufffd", ".", "0"})
  void whatShowsSomethingIsKept(String text) {
    assertFalse(Texts.isBlank(text));
    assertEquals(text, Texts.normal(text));
    assertTrue(WORDS.matcher(text).matches());
  }

  @Test
  void aTextIsComposed() {
    assertEquals("\u00e9", Texts.normal("e\u0301"));
    assertEquals("\uac00", Texts.normal("\u1100\u1161"));
    assertEquals("\ufb01", Texts.normal("\ufb01"), "what is only alike in meaning stays");
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreNamed() {
    assertEquals(Optional.of("U+0000, a control character"), Texts.fault("a\0b"));
    assertEquals(Optional.of("U+0085, a control character"), Texts.fault("a\u0085"));
    assertEquals(Optional.of("U+D800, half of a surrogate pair"), Texts.fault("a\ud800b"));
    assertEquals(Optional.of("U+DE00, half of a surrogate pair"), Texts.fault("\ude00\ud83d"));
    assertEquals(Optional.empty(), Texts.fault("one\r\n\ttwo 😀 \u2028 \u200b é"));
  }

  @Test
  void documentsTellAllThatOneUnitOfUtf16CanSay() {
    Pattern published = Pattern.compile(Texts.PUBLISHED_WORDS);
    IntStream.range(0, Character.MIN_SUPPLEMENTARY_CODE_POINT)
        .filter(codePoint -> !Character.isSurrogate((char) codePoint))
        .mapToObj(Character::toString)
        .forEach(
            text -> assertEquals(WORDS.matcher(text).matches(), published.matcher(text).matches()));
    assertTrue(published.matcher("\ud83d\ude00").matches());
  }

  @Test
  void wordsHoldNothingThatIsNamedAsAFault() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .forEach(
            codePoint -> {
              String text = "a" + Character.toString(codePoint) + "b";
              assertEquals(
                  Texts.fault(text).isEmpty(),
                  WORDS.matcher(text).matches(),
                  Texts.shown(codePoint));
            });
  }

  @Test
  void longWordsAreReadInOneGo() {
    String hostile = " ".repeat(500_000);
    assertFalse(WORDS.matcher(hostile + "\0").matches());
    assertFalse(WORDS.matcher("a" + hostile + "\0").matches());
    assertTrue(WORDS.matcher("a" + hostile + "b\n").matches());
  }
}
