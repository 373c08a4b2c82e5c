package org.evenhand.kit.data.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

class WhenTest {

  private static final LocalDate DAY = LocalDate.parse("2026-12-04");
  private static final Instant NIGHT = Instant.parse("2026-12-04T22:30:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void anHourBelongsToTheDayThatItIsAtThePlace() {
    assertEquals(DAY.plusDays(1), When.at(NIGHT, TOKYO).firstDay());
    assertEquals(DAY, When.at(NIGHT, ZoneId.of("UTC")).lastDay());
  }

  @Test
  void itIsOnDaysOrAtHoursAndNeverEndsBeforeItBegins() {
    assertThrows(IllegalArgumentException.class, () -> When.on(DAY, DAY.minusDays(1)));
    assertThrows(IllegalArgumentException.class, () -> new When(DAY, DAY, NIGHT, NIGHT, TOKYO));
    assertThrows(IllegalArgumentException.class, () -> new When(null, null, null, null, null));
    assertThrows(IllegalArgumentException.class, () -> new When(null, null, NIGHT, NIGHT, null));
    assertThrows(IllegalArgumentException.class, () -> new When(DAY, null, NIGHT, NIGHT, TOKYO));
  }

  @Test
  void itIsReadAsItWasWritten() throws Exception {
    for (When when : new When[] {When.on(DAY, DAY.plusDays(3)), When.at(NIGHT, TOKYO)}) {
      assertEquals(when, Json.mapper().readValue(Json.write(when), When.class));
    }
  }
}
