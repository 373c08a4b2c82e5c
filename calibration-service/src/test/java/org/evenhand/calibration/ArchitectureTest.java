package org.evenhand.calibration;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.evenhand.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_hold() {
    ArchitectureRules.check("calibration");
  }

  @Test
  void the_aggregate_can_be_read_without_the_rooms_that_build_on_it() {
    slices()
        .matching("org.evenhand.calibration.(**)")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.evenhand.calibration"));
  }
}
