package org.evenhand.analytics;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_hold() {
    ArchitectureRules.check("analytics");
  }
}
