package org.evenhand.kit.data.imports;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.kit.data.command.CommandLine;
import org.evenhand.kit.data.database.Backoff;
import org.evenhand.kit.data.database.Failures;
import org.jboss.logging.Logger;

/**
 * A thread per kind of import. It looks every two seconds for what another instance left behind,
 * and at once when a file has come in here.
 */
@ApplicationScoped
class ImportWorkers {

  private static final Logger LOG = Logger.getLogger(ImportWorkers.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final List<ImportHandler> handlers;
  private final ImportSteps steps;
  private final ImportSettings settings;
  private final boolean enabled;
  private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  public ImportWorkers(
      @All List<ImportHandler> handlers,
      ImportSteps steps,
      ImportSettings settings,
      CommandLine commandLine,
      @ConfigProperty(name = "evenhand.imports.enabled", defaultValue = "true") boolean enabled) {
    this.handlers = handlers;
    this.steps = steps;
    this.settings = settings;
    this.enabled = enabled && !commandLine.command();
  }

  void start(@Observes @Priority(4_000) StartupEvent event) {
    if (enabled) {
      handlers.forEach(this::start);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    bells.values().forEach(Semaphore::release);
    for (Thread thread : threads) {
      thread.join(GRACE.toMillis());
    }
  }

  void wake(String kind) {
    Semaphore bell = bells.get(kind);
    if (bell != null) {
      bell.release();
    }
  }

  private void start(ImportHandler handler) {
    Semaphore bell = new Semaphore(0);
    bells.put(handler.kind(), bell);
    Thread thread = new Thread(() -> work(handler, bell), "import " + handler.kind());
    threads.add(thread);
    thread.start();
  }

  private void work(ImportHandler handler, Semaphore bell) {
    ImportDriver driver = new ImportDriver(steps, handler, settings.chunk());
    Backoff backoff = new Backoff(Duration.ofSeconds(10));
    while (!stopping) {
      Duration pause = Duration.ZERO;
      try {
        pause = driver.step() == Step.DONE ? Duration.ZERO : BETWEEN_LOOKS;
        backoff.reset();
      } catch (RuntimeException e) {
        pause = backoff.next();
        LOG.warnf("imports of %s wait %s: %s", handler.kind(), pause, Failures.withoutContent(e));
      }
      if (!pause.isZero()) {
        rest(bell, pause);
      }
    }
  }

  private void rest(Semaphore bell, Duration pause) {
    try {
      if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
