package org.evenhand.attack;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    ArchitectureRules.checkProgram("attack");
  }
}
