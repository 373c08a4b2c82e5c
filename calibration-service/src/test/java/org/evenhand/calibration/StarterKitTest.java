package org.evenhand.calibration;

import java.util.stream.Stream;
import org.evenhand.kit.test.StarterKit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StarterKitTest {

  @TestFactory
  Stream<DynamicTest> each_template_says_the_same_in_all_languages() {
    return StarterKit.tests();
  }
}
