package org.evenhand.kit.data.imports;

/** A step's handler failed, and the step's transaction with it. */
final class StepFailure extends RuntimeException {

  private final transient OpenImport open;

  StepFailure(OpenImport open, Throwable cause) {
    super("import " + open.id() + " at row " + open.appliedThrough(), cause);
    this.open = open;
  }

  OpenImport open() {
    return open;
  }
}
