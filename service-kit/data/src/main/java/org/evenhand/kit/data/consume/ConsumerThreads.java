package org.evenhand.kit.data.consume;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.command.CommandLine;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.evenhand.kit.web.answer.SafeFailure;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** A thread per handler, from the start of the service to its end. */
@ApplicationScoped
class ConsumerThreads {

  private static final Logger LOG = Logger.getLogger(ConsumerThreads.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final List<EventHandler> handlers;
  private final Mutiny.SessionFactory sessions;
  private final Inbox inbox;
  private final Generations generations;
  private final KafkaClients kafka;
  private final ConsumeSettings settings;
  private final CommandLine commandLine;
  private final MeterRegistry metrics;

  private final Map<String, LoopStatus> statuses = new LinkedHashMap<>();
  private final List<ConsumerLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  public ConsumerThreads(
      @All List<EventHandler> handlers,
      Mutiny.SessionFactory sessions,
      Inbox inbox,
      Generations generations,
      KafkaClients kafka,
      ConsumeSettings settings,
      CommandLine commandLine,
      MeterRegistry metrics) {
    this.handlers = handlers;
    this.sessions = sessions;
    this.inbox = inbox;
    this.generations = generations;
    this.kafka = kafka;
    this.settings = settings;
    this.commandLine = commandLine;
    this.metrics = metrics;
  }

  void start(@Observes @Priority(4_000) StartupEvent event) {
    if (settings.enabled() && !commandLine.command()) {
      handlers.forEach(this::start);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loops.forEach(ConsumerLoop::stop);
    for (Thread thread : threads) {
      thread.join(GRACE.toMillis());
    }
  }

  /** What each loop waits for, by topic and group; null when it runs. */
  Map<String, LoopStatus> statuses() {
    return Map.copyOf(statuses);
  }

  BatchTransaction transaction(EventHandler handler) {
    return new BatchTransaction(sessions, inbox, generations, handler);
  }

  DeadLetters deadLetters(EventHandler handler) {
    return new DeadLetters(kafka, handler, InstantSource.system());
  }

  private void start(EventHandler handler) {
    String name = handler.topic() + " " + handler.group();
    LoopStatus status = new LoopStatus();
    if (statuses.put(name, status) != null) {
      throw new IllegalStateException("two handlers for one topic and group: " + name);
    }
    measure(handler, status);
    ConsumerLoop loop =
        new ConsumerLoop(
            handler,
            () -> kafka.consumer(handler.group(), settings.batch()),
            transaction(handler),
            deadLetters(handler),
            settings,
            status);
    Thread thread = new Thread(loop, "consume " + handler.topic());
    thread.setUncaughtExceptionHandler(
        (dead, e) -> LOG.errorf(SafeFailure.of(e), "%s died", dead.getName()));
    loops.add(loop);
    threads.add(thread);
    thread.start();
  }

  private void measure(EventHandler handler, LoopStatus status) {
    String[] tags = {"topic", handler.topic(), "group", handler.group()};
    FunctionCounter.builder("evenhand.consumer.records", status, LoopStatus::handled)
        .tags(tags)
        .register(metrics);
    FunctionCounter.builder("evenhand.consumer.dead.letters", status, LoopStatus::refusals)
        .tags(tags)
        .register(metrics);
    Gauge.builder("evenhand.consumer.waiting", status, each -> each.waitingFor() == null ? 0 : 1)
        .tags(tags)
        .register(metrics);
  }
}
