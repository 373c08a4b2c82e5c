package org.evenhand.kit.data.database;

/** Another service or server doesn't answer now. The work is retried without limit. */
public class DependencyAway extends RuntimeException {

  public DependencyAway(String dependency) {
    super(dependency + " is away");
  }

  public DependencyAway(String dependency, Throwable cause) {
    super(dependency + " is away", cause);
  }
}
