package org.evenhand.kit.web.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/**
 * Where every service begins. Its settings are read and judged before Quarkus starts anything: an
 * observer of the start would run after Flyway has changed the database.
 */
@QuarkusMain
public final class Start {

  /** As the shell has it for a configuration that is wrong (sysexits, EX_CONFIG). */
  private static final int MISCONFIGURED = 78;

  private Start() {}

  public static void main(String... arguments) {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    List<Fault> faults = Readiness.faults(config.getProfiles(), config);
    faults.stream()
        .filter(fault -> fault.severity() == Fault.Severity.WARNING)
        .forEach(fault -> System.err.println("Warning: " + fault));
    String refusal = Readiness.refusal(faults);
    if (refusal.isEmpty()) {
      Quarkus.run(arguments);
    } else {
      System.err.println("Not started: these settings are not fit for production.");
      System.err.println(refusal);
      System.exit(MISCONFIGURED);
    }
  }
}
