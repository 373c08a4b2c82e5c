package org.evenhand.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.calibration.session.Decision;
import org.evenhand.kit.test.contract.EventContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EventCatalogueTest {

  private static final String LOCKED =
      "/META-INF/resources/events/schemas/org.evenhand.session.locked.v1.json";

  @TestFactory
  Stream<DynamicTest> the_catalogue_holds_what_it_promises() {
    return EventContract.tests();
  }

  @Test
  void a_reason_is_one_of_the_codes_that_a_session_may_give() throws IOException {
    Set<String> told = new TreeSet<>();
    try (var in = getClass().getResourceAsStream(LOCKED)) {
      new ObjectMapper()
          .readTree(in)
          .at("/properties/decisions/items/properties/reasonCode/enum")
          .forEach(code -> told.add(code.asText()));
    }

    assertEquals(
        Stream.of(Decision.ReasonCode.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        told);
  }
}
