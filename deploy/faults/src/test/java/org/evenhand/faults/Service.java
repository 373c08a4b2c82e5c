package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evenhand.local.process.ProcessRecord;
import org.evenhand.local.service.QuarkusService;

/** A packaged service as a process that can be killed. Each start writes a log of its own. */
final class Service {
  private final Path module;
  private final int port;
  private final Map<String, String> environment;
  private final Path folder;
  private final ProcessRecord record;
  private int starts;
  private QuarkusService process;

  Service(String name, int port, Map<String, String> environment, Path folder) {
    this.module = Path.of("../..", name).toAbsolutePath().normalize();
    this.port = port;
    this.environment = environment;
    this.folder = folder;
    this.record = new ProcessRecord(folder.resolve(name + ".pid"));
    this.process = next();
  }

  /** Checked before anything starts, because a test with nothing to test must not pass. */
  void requirePackaged() {
    assertThat(jar())
        .as(
            "%s is not packaged, and its faults are tested on what is: run ./mvnw verify in the"
                + " root of the repository, or ./mvnw package with -pl %s -am before this module",
            module.getFileName(), module.getFileName())
        .exists();
  }

  void start() {
    process = next();
    Starting.start(process);
  }

  /** SIGKILL: no shutdown hook, no close. */
  void kill() {
    List<ProcessHandle> alive = record.alive();
    assertThat(alive).as("processes of %s", module.getFileName()).isNotEmpty();
    alive.forEach(ProcessHandle::destroyForcibly);
    alive.forEach(each -> each.onExit().join());
  }

  void stop() {
    process.stop();
  }

  Door door(String bearer) {
    return new Door("http://127.0.0.1:" + port, bearer);
  }

  /** The most memory that the running process has held, in MiB. */
  long peakMebibytes() {
    Path status = Path.of("/proc", Long.toString(record.alive().get(0).pid()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(status + " can't be read", e);
    }
  }

  /** The output of a command of the packaged service, and its exit code. */
  record Said(int exitCode, String text) {}

  /** Runs one command of the service in a process of its own, beside the one that serves. */
  Said command(String... arguments) throws IOException, InterruptedException {
    Process running = next().command(List.of(arguments)).redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Said(running.exitValue(), said);
  }

  private QuarkusService next() {
    Path log = folder.resolve("logs").resolve(module.getFileName() + "-" + starts++ + ".log");
    return new QuarkusService(module, port, environment, log, record);
  }

  private Path jar() {
    return module.resolve("target/quarkus-app/quarkus-run.jar");
  }
}
