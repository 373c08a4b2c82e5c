package org.evenhand.kit.web.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of production. A test replaces it by any other {@link Clock} bean. */
@Dependent
class SystemClock {

  /**
   * @param aheadFile of the local stack, see {@link AheadClock}; never of production
   */
  @Produces
  @Singleton
  @DefaultBean
  Clock utc(@ConfigProperty(name = "evenhand.clock.ahead-file") Optional<Path> aheadFile) {
    return aheadFile.<Clock>map(AheadClock::new).orElseGet(Clock::systemUTC);
  }
}
