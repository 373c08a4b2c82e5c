package org.evenhand.review;

import java.util.stream.Stream;
import org.evenhand.kit.test.contract.EventContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventCatalogueTest {

  @TestFactory
  Stream<DynamicTest> theCatalogueHoldsWhatItPromises() {
    return EventContract.tests();
  }
}
