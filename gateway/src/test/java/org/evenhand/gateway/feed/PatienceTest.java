package org.evenhand.gateway.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience = new Patience();

  @Test
  void aStreamThatFailedIsNotTriedAgainAtOnceNorForEver() {
    assertTrue(patience.isOver());
    for (int i = 0; i < 7; i++) {
      assertTrue(patience.lasts());
      assertFalse(patience.isOver());
    }
    assertFalse(patience.lasts());
  }

  @Test
  void onePageThatComesIsANewBeginning() {
    for (int i = 0; i < 70; i++) {
      assertTrue(patience.lasts());
      patience.begin();
    }
  }
}
