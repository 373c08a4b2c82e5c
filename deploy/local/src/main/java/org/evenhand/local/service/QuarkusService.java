package org.evenhand.local.service;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenhand.local.process.ChildProcess;
import org.evenhand.local.process.Jdk;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Probe;
import org.evenhand.local.process.ProcessRecord;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** One packaged service in profile {@code local}, as a process of its own. */
public final class QuarkusService implements Part {
  /**
   * Flags for a fast start and little memory; a benchmark that wants the optimising compiler sets
   * its own.
   */
  private static final String USUAL_FLAGS =
      "-Xms32m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private static final int DEBUG_ABOVE = 1000;

  private final String name;
  private final Path module;
  private final Path jar;
  private final int port;
  private final Map<String, String> environment;
  private final Path log;
  private final ProcessRecord record;
  private final boolean debug;
  private @Nullable ChildProcess process;

  /**
   * @param module the service's folder in the checkout
   * @param environment addresses and secrets; passed as environment so that no secret shows in a
   *     process list
   */
  public QuarkusService(
      Path module, int port, Map<String, String> environment, Path log, ProcessRecord record) {
    this(module, port, environment, log, record, false);
  }

  /**
   * @param debug whether a debugger may attach, {@value #DEBUG_ABOVE} above the port
   */
  public QuarkusService(
      Path module,
      int port,
      Map<String, String> environment,
      Path log,
      ProcessRecord record,
      boolean debug) {
    this.module = module;
    this.name = module.getFileName().toString();
    this.jar = module.resolve("target/quarkus-app/quarkus-run.jar");
    this.port = port;
    this.environment = environment;
    this.log = log;
    this.record = record;
    this.debug = debug;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String awaits() {
    return "to be healthy";
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public Path log() {
    return log;
  }

  /**
   * Checked for all services before anything starts, so that the failure doesn't come after minutes
   * of waiting.
   */
  public void requirePackaged() {
    if (!Files.exists(jar)) {
      throw new Trouble(name + " is not built: " + jar + " is missing; run deploy/local/up");
    }
  }

  @Override
  public void launch() {
    process = ChildProcess.start(line(options()), environment, module, log, record);
  }

  private List<String> options() {
    List<String> options =
        new ArrayList<>(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + port));
    if (debug) {
      options.add(
          "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:"
              + (port + DEBUG_ABOVE));
    }
    return options;
  }

  /** A process that runs one command of the service, beside the one that serves. */
  public ProcessBuilder command(List<String> arguments) {
    List<String> line =
        line(
            List.of(
                "-Dquarkus.http.host-enabled=false",
                "-Dquarkus.log.console.stderr=true",
                "-Dquarkus.log.level=WARN"));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).directory(module.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private List<String> line(List<String> options) {
    List<String> line = new ArrayList<>(List.of(Jdk.java().toString()));
    String flags = System.getenv().getOrDefault("EVENHAND_JAVA_FLAGS", USUAL_FLAGS);
    line.addAll(Arrays.stream(flags.split(" ")).filter(flag -> !flag.isEmpty()).toList());
    line.addAll(
        List.of(
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus.profile=local"));
    line.addAll(options);
    line.addAll(List.of("-jar", jar.toString()));
    return line;
  }

  @Override
  public boolean ready() {
    return Probe.answers(URI.create(address() + "/q/health/ready"));
  }

  @Override
  public boolean alive() {
    return process != null && process.alive();
  }

  @Override
  public String lastWords() {
    return process == null ? "" : process.lastWords();
  }

  @Override
  public void stop() {
    if (process != null) {
      process.stop(Duration.ofSeconds(20));
    }
  }
}
