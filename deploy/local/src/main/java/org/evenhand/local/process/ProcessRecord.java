package org.evenhand.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file that names the processes of a part: one line each, pid and start time. The system reuses
 * pids, so by a pid alone we might kill an unrelated process.
 */
public final class ProcessRecord {
  private final Path file;

  public ProcessRecord(Path file) {
    this.file = file;
  }

  public void write(List<ProcessHandle> processes) {
    String lines =
        processes.stream()
            .map(p -> p.pid() + " " + startOf(p) + "\n")
            .distinct()
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of the recorded processes that still run. */
  public List<ProcessHandle> alive() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().flatMap(line -> find(line).stream()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    String[] fields = line.split(" ", -1);
    if (fields.length != 2 || !fields[0].matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(fields[0]))
        .filter(ProcessHandle::isAlive)
        .filter(p -> startOf(p).equals(fields[1]));
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
