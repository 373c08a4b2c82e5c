package org.evenhand.kit.data.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandTest {

  private static final Map<String, String> BODY = Map.of("text", "May I say no?");

  @Test
  void theSameCommandIsKnownAgain() {
    assertArrayEquals(said("1").hash(), said("1").hash());
    assertArrayEquals(said("1").under("s1").hash(), said("1").under("s1").hash());
    assertArrayEquals(said("1").under("s1").requestHash(), said("1").under("s1").requestHash());
  }

  @Test
  void underASecretNobodyTriesOutWhoHasSaidWhatAlsoWithAKeyThatIsGuessed() {
    List<Command> guesses = List.of(said("1"), said("1").under("s1"), said("1").under("s2"));

    List<String> hashes =
        guesses.stream()
            .flatMap(each -> Stream.of(each.hash(), each.requestHash()))
            .map(HexFormat.of()::formatHex)
            .toList();

    assertEquals(6, hashes.stream().distinct().count());
  }

  @Test
  void theSameWordsOfTwoKeysLookLikeTwo() {
    assertEquals(
        2,
        Stream.of("1", "2")
            .map(key -> HexFormat.of().formatHex(said(key).requestHash()))
            .distinct()
            .count());
  }

  private static Command said(String key) {
    return Command.of(key, "ui/somebody", "askForGuidance", BODY);
  }
}
