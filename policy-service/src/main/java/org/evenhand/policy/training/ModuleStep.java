package org.evenhand.policy.training;

/** What a person can do to a module. */
public enum ModuleStep {
  EDIT("editTrainingModule"),
  WRITING("writeTrainingModuleText"),
  AGREEMENT("agreeTrainingModule"),
  WITHDRAWAL("withdrawTrainingModule"),
  RETIREMENT("proposeTrainingModuleRetirement"),
  RETIREMENT_WITHDRAWAL("withdrawTrainingModuleRetirement"),
  RETIREMENT_COUNTERSIGNATURE("countersignTrainingModuleRetirement"),
  CO_LEAD_REPLACEMENT("replaceTrainingCoLead"),
  ENROLMENT("enrolForTraining");

  private final String operation;

  ModuleStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
