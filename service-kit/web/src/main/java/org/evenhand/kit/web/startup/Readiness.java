package org.evenhand.kit.web.startup;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Whether a service may start with these settings. In dev, test and local everything runs on one
 * machine with well-known secrets; in every other profile that would be a breach waiting to be
 * found.
 */
final class Readiness {

  private static final List<String> ONE_MACHINE = List.of("dev", "test", "local");
  private static final String PROFILE = "quarkus.profile";

  private Readiness() {}

  /** All faults at once, so that one attempt is enough to learn of them. */
  static List<Fault> faults(List<String> profiles, Config config) {
    if (!profiles.isEmpty() && ONE_MACHINE.containsAll(profiles)) {
      return List.of();
    }
    Settings settings = new Settings(config);
    Stream<Fault> mixed =
        profiles.stream()
            .filter(ONE_MACHINE::contains)
            .map(
                p ->
                    Fault.severe(PROFILE, p + " is for one machine alone; set prod, or your own."));
    Stream<Fault> found =
        ServiceLoader.load(ReadinessCheck.class).stream()
            .flatMap(check -> check.get().faults(settings));
    return Stream.concat(mixed, found).distinct().toList();
  }

  static String refusal(List<Fault> faults) {
    return faults.stream()
        .filter(fault -> fault.severity() == Fault.Severity.SEVERE)
        .map(fault -> "  " + fault)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
