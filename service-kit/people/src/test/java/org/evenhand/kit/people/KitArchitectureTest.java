package org.evenhand.kit.people;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

  @Test
  void keepsTheRulesOfTheHouse() {
    ArchitectureRules.checkKit("people");
  }
}
