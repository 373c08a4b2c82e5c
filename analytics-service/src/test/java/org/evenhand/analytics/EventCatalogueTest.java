package org.evenhand.analytics;

import java.util.stream.Stream;
import org.evenhand.kit.test.contract.EventContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventCatalogueTest {

  @TestFactory
  Stream<DynamicTest> the_catalogue_holds_what_it_promises() {
    return EventContract.tests();
  }
}
