package org.evenhand.kit.web.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Refuses to start a service that is open by mistake. In dev, test and local everything runs on one
 * machine with known secrets; in every other profile that would be a breach waiting to be found.
 */
@Singleton
class Guard {

  private static final Logger LOG = Logger.getLogger(Guard.class);
  private static final List<String> ONE_MACHINE = List.of("dev", "test", "local");

  void check(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start, Config config) {
    check(ConfigUtils.getProfiles(), config);
  }

  static void check(List<String> profiles, Config config) {
    if (profiles.stream().anyMatch(ONE_MACHINE::contains)) {
      return;
    }
    List<String> dangers = Dangers.in(config);
    if (!dangers.isEmpty()) {
      dangers.forEach(LOG::fatal);
      throw new IllegalStateException(
          "Not started in profile " + profiles + ": " + String.join(" ", dangers));
    }
  }
}
