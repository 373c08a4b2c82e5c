package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.id.Ids;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final long RANDOM = 0x3fff_ffff_ffff_ffffL;

  @Test
  void anIdTellsNothingOfItsNeighboursInTheSameMillisecond() {
    List<UUID> ids = Stream.generate(Ids::next).limit(20_000).toList();
    int neighbours = 0;
    Set<Long> upperBits = new HashSet<>();
    for (int i = 1; i < ids.size(); i++) {
      UUID before = ids.get(i - 1);
      UUID id = ids.get(i);
      if (before.getMostSignificantBits() >> 16 == id.getMostSignificantBits() >> 16) {
        neighbours++;
        long step =
            (id.getLeastSignificantBits() & RANDOM) - (before.getLeastSignificantBits() & RANDOM);
        assertTrue(Math.abs(step) > 1_000_000, () -> before + " and " + id);
        upperBits.add(id.getMostSignificantBits() & 0xfff);
      }
    }
    assertTrue(neighbours > 1_000, "too few ids of one millisecond: " + neighbours);
    assertTrue(upperBits.size() > 500, "the twelve bits beside the time are random too");
  }

  @Test
  void anIdIsAVersion7WithItsTime() {
    long before = System.currentTimeMillis();
    UUID id = Ids.next();
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    long time = id.getMostSignificantBits() >>> 16;
    assertTrue(time >= before && time <= System.currentTimeMillis());
  }
}
