package org.evenhand.policy;

import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_rules_of_every_service_hold() {
    ArchitectureRules.check("policy");
  }
}
