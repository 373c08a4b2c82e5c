package org.evenhand.policy.charter.duty;

import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.DutyContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CharterDutyTest {

  @TestFactory
  Stream<DynamicTest> each_kind_names_operations_and_a_path_that_the_service_has() {
    return DutyContract.of(
        Stream.of(CharterDuty.values())
            .map(
                kind ->
                    new DutyContract.Kind(
                        kind.name(),
                        kind.operations(),
                        kind.path(new UUID(0, 1), ""),
                        Json.write(kind.terms()))));
  }
}
