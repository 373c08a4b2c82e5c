package org.evenhand.review.growth.remediation.duty;

import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.DutyContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RemediationDutyTest {

  @TestFactory
  Stream<DynamicTest> eachKindNamesOperationsAndAPathThatTheServiceHas() {
    return DutyContract.of(
        Stream.of(RemediationDuty.values())
            .map(
                kind ->
                    new DutyContract.Kind(
                        kind.name(),
                        kind.operations(),
                        kind.path(new UUID(0, 1), ""),
                        Json.write(kind.terms()))));
  }
}
