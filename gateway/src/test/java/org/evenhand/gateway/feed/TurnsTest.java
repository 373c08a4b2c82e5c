package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns(2);
  private final List<Promise<String>> begun = new ArrayList<>();

  @Test
  void oneWhoHasManyReadingsUnderWayLeavesRoomForOthers() {
    List<Future<String>> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.add(turns.take("greedy", this::begin));
    }
    assertEquals(2, begun.size());
    many.add(turns.take("other", this::begin));
    assertEquals(3, begun.size());

    begun.get(0).complete("first");
    assertEquals("first", many.get(0).result());
    assertEquals(4, begun.size());
    begun.get(1).fail("no turn is lost by one that fails");
    assertTrue(many.get(1).failed());
    assertEquals(5, begun.size());
  }

  @Test
  void whoHasNoneUnderWayBeginsAtOnce() {
    for (int i = 0; i < 9; i++) {
      var ignored = turns.take("caller", this::begin);
      begun.get(i).complete();
    }
    assertEquals(9, begun.size());
  }

  private Future<String> begin() {
    Promise<String> promise = Promise.promise();
    begun.add(promise);
    return promise.future();
  }
}
