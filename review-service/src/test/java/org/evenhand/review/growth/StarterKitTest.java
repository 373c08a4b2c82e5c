package org.evenhand.review.growth;

import java.util.stream.Stream;
import org.evenhand.kit.test.StarterKit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StarterKitTest {

  @TestFactory
  Stream<DynamicTest> eachTemplateSaysTheSameInAllLanguages() {
    return StarterKit.tests();
  }
}
