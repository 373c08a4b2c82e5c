package org.evenhand.bench.parts;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.evenhand.bench.Workbench;
import org.evenhand.local.Layout;
import org.evenhand.local.Stack;
import org.evenhand.local.kafka.KafkaNode;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.postgres.PostgresServer;
import org.evenhand.local.process.Leftovers;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;
import org.evenhand.local.service.QuarkusService;
import org.evenhand.local.service.ServiceSettings;

/**
 * The parts of one benchmark, on empty data; closing stops them, and so does the end of the JVM.
 */
public final class Parts implements AutoCloseable {
  /** No rate limit holds a client back, because the machine is measured. */
  private static final Map<String, String> NO_LIMITS =
      Map.of(
          "EVENHAND_GATEWAY_RATES_CALLER_BURST", "1000000000",
          "EVENHAND_GATEWAY_RATES_CALLER_PER_SECOND", "1000000000",
          "EVENHAND_GATEWAY_RATES_ADDRESS_BURST", "1000000000",
          "EVENHAND_GATEWAY_RATES_ADDRESS_PER_SECOND", "1000000000");

  private final Layout layout;
  private final Ports ports;
  private final ServiceSettings settings;
  private final Stack stack;
  private final Thread atEnd;
  private final TokenIssuer issuer;

  private Parts(Workbench bench) {
    this.layout = bench.layout();
    this.ports = bench.options().ports();
    this.settings = new ServiceSettings(ports);
    this.stack = new Stack(bench.progress());
    this.issuer = new TokenIssuer(ServiceSettings.issuer(ports), layout.log("bench"));
    this.atEnd = new Thread(stack::stop, "stop");
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  /** Removes everything of an earlier run, processes and data. */
  public static Parts fresh(Workbench bench) {
    List<String> stopped = new Leftovers(bench.layout().records()).stop();
    if (!stopped.isEmpty()) {
      bench.say("An earlier run left these behind; they are stopped now: " + stopped);
    }
    bench.layout().deleteData();
    bench.options().ports().requireFree();
    return new Parts(bench);
  }

  public Ports ports() {
    return ports;
  }

  /** Where Kafka is found. */
  public String kafka() {
    return Ports.HOST + ":" + ports.kafka();
  }

  public TokenIssuer issuer() {
    return issuer;
  }

  /** Side by side. */
  public void start(Part... parts) {
    stack.start(List.of(parts));
  }

  /** PostgreSQL, Kafka with its topics, and the token issuer. */
  public void startServers() {
    start(
        new PostgresServer(
            layout.prepared().resolve("postgres"),
            layout.data().resolve("postgres"),
            layout.log("postgres"),
            layout.record("postgres"),
            ports.postgres()));
    start(
        new KafkaNode(
            layout.data().resolve("kafka"),
            layout.log("kafka"),
            ports.kafka(),
            ports.kafkaController()));
    start(issuer);
  }

  /**
   * @param name such as "review"
   */
  public QuarkusService service(String name, int port) {
    String module = name + "-service";
    return packaged(
        new QuarkusService(
            layout.checkout().resolve(module),
            port,
            settings.service(name),
            layout.log(module),
            layout.record(module)));
  }

  /** A second analytics-service, on the database that policy-service would have. */
  public QuarkusService secondAnalytics(int port) {
    Map<String, String> environment = settings.service("analytics");
    Database database = database("policy");
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.role());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    return packaged(
        new QuarkusService(
            layout.checkout().resolve("analytics-service"),
            port,
            environment,
            layout.log("analytics-service-2"),
            layout.record("analytics-service-2")));
  }

  /** The gateway with a rate limit that counts every request and refuses none. */
  public QuarkusService gateway() {
    Map<String, String> environment = new HashMap<>(settings.gateway());
    environment.putAll(NO_LIMITS);
    return packaged(
        new QuarkusService(
            layout.checkout().resolve("gateway"),
            ports.gateway(),
            environment,
            layout.log("gateway"),
            layout.record("gateway")));
  }

  private static QuarkusService packaged(QuarkusService service) {
    service.requirePackaged();
    return service;
  }

  /** The database of a service, as that service's role. */
  public Database database(String service) {
    return new Database(service, ports.postgres());
  }

  /** Statements of the server's superuser, such as a checkpoint. */
  public Database server() {
    return new Database("postgres", ports.postgres());
  }

  /**
   * Pauses the services while something runs that they would only disturb; they keep their
   * connections.
   */
  public Held hold(String... names) {
    signal("STOP", names);
    return () -> signal("CONT", names);
  }

  /** Services that are paused until this is closed. */
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** Of everything that runs here; "clients and Kafka" are this program. */
  public CpuTime cpuTime(String... services) {
    Map<String, Supplier<List<ProcessHandle>>> parts = new LinkedHashMap<>();
    for (String service : services) {
      parts.put(service, () -> layout.record(service).alive());
    }
    parts.put("PostgreSQL", () -> layout.record("postgres").alive());
    parts.put("clients and Kafka", () -> List.of());
    CpuTime others = CpuTime.of(parts);
    return others.plus(new CpuTime(Map.of("clients and Kafka", ownSeconds())));
  }

  private static double ownSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> time.toNanos() / 1e9)
        .orElse(0.0);
  }

  private void signal(String signal, String... names) {
    for (String name : names) {
      for (ProcessHandle process : layout.record(name).alive()) {
        try {
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
        } catch (IOException e) {
          throw new Trouble(name + " can't be held: " + e.getMessage(), e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new Trouble("interrupted", e);
        }
      }
    }
  }

  @Override
  public void close() {
    stack.stop();
    Runtime.getRuntime().removeShutdownHook(atEnd);
  }
}
