package org.evenhand.policy.duty;

import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.DutyContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyDutyTest {

  @TestFactory
  Stream<DynamicTest> each_kind_names_operations_and_a_path_that_the_service_has() {
    return DutyContract.of(
        Stream.of(PolicyDuty.values())
            .map(
                kind ->
                    new DutyContract.Kind(
                        kind.name(),
                        kind.operations(),
                        kind.path(new UUID(0, 1), part(kind)),
                        Json.write(kind.terms()))));
  }

  private static String part(PolicyDuty kind) {
    return kind == PolicyDuty.DISPOSITION ? new UUID(0, 2) + "/versions/3" : "3/1/hr";
  }
}
