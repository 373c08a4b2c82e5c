package org.evenhand.gateway;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theGatewayKeepsTheRulesOfTheHouse() {
    ArchitectureRules.check("gateway");
  }
}
