package org.evenhand.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenhand.local.company.SampleCompany;
import org.evenhand.local.journey.FirstLook;
import org.evenhand.local.journey.Journey;
import org.evenhand.local.journey.LiveCycle;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.realyear.RealYear;
import org.evenhand.local.keycloak.KeycloakDistribution;
import org.evenhand.local.process.Leftovers;
import org.evenhand.local.process.LocalClock;
import org.evenhand.local.process.OneAtATime;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;
import org.evenhand.local.service.QuarkusService;
import org.evenhand.local.service.ServiceSettings;

/** Brings the whole stack up, takes the journey, and keeps watch until it is told to stop. */
public final class Up {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final Options options;
  private final Layout layout;
  private final Progress progress;
  private final Stack stack;
  private final AtomicBoolean ended = new AtomicBoolean();

  private Up(Options options, Layout layout, Progress progress) {
    this.options = options;
    this.layout = layout;
    this.progress = progress;
    this.stack = new Stack(progress);
  }

  /** Called by deploy/local/up, which sets the system properties. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, Boolean.getBoolean("evenhand.terminal"));
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (Trouble trouble) {
      progress.say(trouble.sentence());
      System.exit(MISUSED);
      return;
    }
    new Up(options, Layout.fromProperties(), progress).run();
  }

  private void run() {
    try {
      OneAtATime lock = OneAtATime.in(layout.home());
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop"));
      StackAddresses addresses = start();
      watch();
      if (options.journey()) {
        for (Journey journey :
            List.of(
                new FirstLook(progress::say),
                new RealYear(progress::say),
                new LiveCycle(progress::say))) {
          journey.run(addresses);
        }
      }
      if (options.stopAfter()) {
        end(0);
      }
      progress.say(new Welcome(addresses, company()).text());
      clock();
      progress.say("Everything is up. Ctrl-C stops every part.");
      new CountDownLatch(1).await();
      lock.close();
    } catch (Exception e) {
      fail(e);
    }
  }

  /** Whoever looks at dates wonders otherwise. */
  private void clock() {
    LocalClock clock = layout.clock();
    if (!clock.ahead().isZero()) {
      progress.say(
          "The stack's clock is ahead: there it is %s; deploy/local/later lets more days pass."
              .formatted(clock.today()));
    }
  }

  private StackAddresses start() {
    List<String> stopped = new Leftovers(layout.records()).stop();
    if (!stopped.isEmpty()) {
      progress.say(
          "An earlier run was killed and left these behind; they are stopped now: "
              + String.join(", ", stopped));
    }
    if (options.fresh()) {
      layout.deleteData();
    }
    Ports ports = options.ports();
    Assembly assembly = new Assembly(layout, options);
    assembly.services().stream().flatMap(List::stream).forEach(QuarkusService::requirePackaged);
    ports.requireFree();
    layout.notePorts(ports);
    prepare(assembly.keycloakDistribution());
    for (List<Part> group : assembly.inOrder(company())) {
      stack.start(group);
    }
    return addresses(ports);
  }

  private SampleCompany company() {
    return SampleCompany.read(
        layout.local().resolve("sample-company.csv"), layout.local().resolve("sample-roles.csv"));
  }

  private void prepare(KeycloakDistribution keycloak) {
    if (!keycloak.prepared()) {
      try (Progress.Waiting waiting =
          progress.waitFor(() -> "Keycloak's distribution to be prepared, which is done once")) {
        keycloak.prepare();
        waiting.ready("Keycloak, prepared", "kept for later runs");
      }
    }
  }

  private StackAddresses addresses(Ports ports) {
    return new StackAddresses(
        URI.create("http://" + Ports.HOST + ":" + ports.gateway()),
        URI.create(ServiceSettings.issuer(ports)),
        Ports.HOST + ":" + ports.kafka(),
        ports.postgres(),
        layout.local(),
        layout.logs(),
        layout.clock());
  }

  private void watch() {
    Thread watcher =
        new Thread(
            () -> {
              while (true) {
                stack.dead().ifPresent(part -> fail(Stack.died(part)));
                try {
                  TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  /**
   * Reports one sentence and leaves nothing running. A part that died explains more than the
   * failure that followed.
   */
  private void fail(Exception failure) {
    if (stack.stopping()) {
      return;
    }
    Exception cause = stack.dead().<Exception>map(Stack::died).orElse(failure);
    if (ended.compareAndSet(false, true)) {
      progress.say(cause instanceof Trouble trouble ? trouble.sentence() : cause.toString());
      stack.stop();
      System.exit(FAILED);
    }
  }

  private void end(int code) {
    if (ended.compareAndSet(false, true)) {
      stack.stop();
      System.exit(code);
    }
  }
}
