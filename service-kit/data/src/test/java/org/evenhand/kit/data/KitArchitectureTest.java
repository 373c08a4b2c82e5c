package org.evenhand.kit.data;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

  @Test
  void keepsTheRulesOfTheHouse() {
    ArchitectureRules.checkKit("data");
  }
}
