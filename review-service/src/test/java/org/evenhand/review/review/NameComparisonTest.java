package org.evenhand.review.review;

import org.evenhand.review.review.work.NameComparison;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is confirmed as its bearer writes it, and by nobody else's. */
class NameComparisonTest {

  /** Which character a cell holds. */
  private static final Pattern NOTE = Pattern.compile("\\(U\\+[0-9A-F]+\\)");

  @Test
  void takesTheNameOfTheTroubleCase() throws IOException {
    for (String line : lines()) {
      String[] cells = NOTE.matcher(line).replaceAll("  ").split("\\s{2,}");
      assertTrue(NameComparison.same(cells[0], cells[1]), line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sean O’Dowd, Sean O´Dowd",
    "Sean O’Dowd, SEAN OʼDOWD",
    "Sean O’Dowd, Sean ODowd",
    "Sean O'Dowd, Sean O‘Dowd",
    "Sean O'Dowd, Sean O＇Dowd",
    "Sean O'Dowd, 'O''Dowd Sean'",
    "Anne-Marie Lévesque, Anne‐Marie Levesque",
    "Anne-Marie Lévesque, Anne Marie LÉVESQUE",
    "Anne-Marie Lévesque, Anne–Marie Lévesque",
    "Anne-Marie Lévesque, Lévesque Anne−Marie",
    "José Núñez, Nunez José",
    "Łukasz Wiśniewski, lukasz wisniewski",
    "Søren Ærø, Soren Aero",
    "Çağla Işık, ÇAĞLA IŞIK",
    "Çağla Işık, cagla isik",
    "İpek Straße, IPEK STRASSE",
    "王 小明, 小明　王",
    "Νίκος Παππάς, ΝΙΚΟΣ ΠΑΠΠΑΣ",
    "Martin King Jr., 'King, Martin Jr'"
  })
  void readsWhatTheBearerWrites(String directory, String written) {
    assertTrue(NameComparison.same(directory, written));
  }

  @ParameterizedTest
  @CsvSource({
    "Sean O’Dowd, Sean",
    "Sean O’Dowd, Sean O’Dowd Sean",
    "Sean O’Dowd, Shaun O’Dowd",
    "Sean O’Dowd, '''-'",
    "王 小明, 王 小红",
    "Ann Lee, Anne Lee"
  })
  void readsNoOtherName(String directory, String written) {
    assertFalse(NameComparison.same(directory, written));
  }

  private static List<String> lines() throws IOException {
    try (var cases =
        NameComparisonTest.class.getResourceAsStream("/cases/v02-confirm-by-name.txt")) {
      return new String(cases.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
