package org.evenhand.gateway.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.evenhand.gateway.Refusals;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Share share = new Share("requests", 5, 3, new Refusals(meters));

  @Test
  void oneCallerHasAShareAndAllHaveABound() {
    share.take("a", 3);
    assertEquals(429, assertThrows(Problem.class, () -> share.take("a", 1)).status());
    share.take("b", 2);
    assertEquals(503, assertThrows(Problem.class, () -> share.take("c", 1)).status());
    assertEquals(1, refused("share"));
    assertEquals(1, refused("full"));
  }

  @Test
  void whatEndsIsGivenBackOnce() {
    Lease lease = new Lease(java.util.List.of(share.take("a", 2)));
    share.take("a", 1);
    lease.end();
    lease.end();
    assertEquals(1, share.used());
    share.take("a", 2);
    assertEquals(429, assertThrows(Problem.class, () -> share.take("a", 1)).status());
  }

  private double refused(String reason) {
    return meters.counter("evenhand.gateway.refused", "reason", reason, "of", "requests").count();
  }
}
