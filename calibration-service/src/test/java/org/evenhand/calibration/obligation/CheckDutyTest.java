package org.evenhand.calibration.obligation;

import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.DutyContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CheckDutyTest {

  @TestFactory
  Stream<DynamicTest> each_kind_names_operations_and_a_path_that_the_service_has() {
    return DutyContract.of(
        Stream.of(CheckDuty.values())
            .map(
                kind ->
                    new DutyContract.Kind(
                        kind.name(),
                        kind.operations(),
                        kind.path(new UUID(0, 1), ""),
                        Json.write(kind.terms()))));
  }
}
