package org.evenhand.policy.training.module;

import static org.evenhand.policy.training.ModuleStep.AGREEMENT;
import static org.evenhand.policy.training.ModuleStep.CO_LEAD_REPLACEMENT;
import static org.evenhand.policy.training.ModuleStep.EDIT;
import static org.evenhand.policy.training.ModuleStep.ENROLMENT;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT_COUNTERSIGNATURE;
import static org.evenhand.policy.training.ModuleStep.RETIREMENT_WITHDRAWAL;
import static org.evenhand.policy.training.ModuleStep.WITHDRAWAL;
import static org.evenhand.policy.training.ModuleStep.WRITING;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.ModuleStep;
import org.evenhand.policy.training.TrainingModule;

/** What a reader may do to a module now. */
final class ModuleActions {

  private ModuleActions() {}

  static List<String> of(TrainingModule module, Actor reader) {
    if (reader.employeeId() == null) {
      return List.of();
    }
    return open(module, reader).stream().map(ModuleStep::operation).toList();
  }

  private static List<ModuleStep> open(TrainingModule module, Actor reader) {
    UUID person = reader.person();
    boolean leads = module.leads().include(person);
    List<ModuleStep> open = new ArrayList<>();
    switch (module.state()) {
      case PROPOSED -> {
        if (leads) {
          open.add(EDIT);
          open.add(WRITING);
        }
        if (module.awaited().contains(person)) {
          open.add(AGREEMENT);
        }
        if (leads) {
          open.add(WITHDRAWAL);
        }
        replacement(open, leads, reader);
      }
      case OFFERED -> {
        if (reader.staff()) {
          open.add(ENROLMENT);
        }
        if (leads && module.retirement().isEmpty()) {
          open.add(RETIREMENT);
        }
        if (leads && module.retirement().isPresent()) {
          open.add(RETIREMENT_WITHDRAWAL);
        }
        if (module.awaited().contains(person)) {
          open.add(RETIREMENT_COUNTERSIGNATURE);
        }
        replacement(open, leads, reader);
      }
      case RETIRED, WITHDRAWN -> {}
    }
    return open;
  }

  /** Of whoever is away, or of another side by now, HR names the successor. */
  private static void replacement(List<ModuleStep> open, boolean leads, Actor reader) {
    if (leads || reader.hr()) {
      open.add(CO_LEAD_REPLACEMENT);
    }
  }
}
