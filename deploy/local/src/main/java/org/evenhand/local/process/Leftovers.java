package org.evenhand.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processes of an earlier run whose launcher was killed before it could stop them. They are looked
 * for only while this launcher holds the lock, so they can't belong to a run that is still up.
 */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path records;

  public Leftovers(Path records) {
    this.records = records;
  }

  /** Stops them, the database last, and returns the names of the parts that were still running. */
  public List<String> stop() {
    List<String> stopped = new ArrayList<>();
    List<Path> files = files();
    files.stream().filter(file -> !isDatabase(file)).forEach(file -> stop(file, stopped));
    files.stream().filter(Leftovers::isDatabase).forEach(file -> stop(file, stopped));
    return stopped;
  }

  private static void stop(Path file, List<String> stopped) {
    ProcessRecord record = new ProcessRecord(file);
    List<ProcessHandle> alive = record.alive();
    if (!alive.isEmpty()) {
      alive.forEach(ProcessHandle::destroy);
      Endings.await(alive, PATIENCE);
      stopped.add(file.getFileName().toString().replace(".pid", ""));
    }
    record.delete();
  }

  private List<Path> files() {
    if (!Files.isDirectory(records)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(records)) {
      return all.filter(file -> file.toString().endsWith(".pid")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDatabase(Path file) {
    return file.getFileName().toString().startsWith("postgres");
  }
}
