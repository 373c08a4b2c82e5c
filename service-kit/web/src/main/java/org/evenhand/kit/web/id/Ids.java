package org.evenhand.kit.web.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * New ids: UUIDv7 (RFC 9562), so that rows of the same time lie beside each other in an index. All
 * but the time is random, and isn't incremented within a millisecond: a person who sees one id must
 * not be able to guess its neighbours. So ids of one millisecond have no order.
 */
public final class Ids {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  public static UUID next() {
    return GENERATOR.generate();
  }
}
