package org.evenhand.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process of ours, with its log and a record by which it is found again after this JVM was
 * killed.
 *
 * <p>It gets a session of its own: Ctrl-C in a terminal reaches every process of the terminal's
 * group at once, and then nothing would stop in order.
 */
public final class ChildProcess {
  private final Process process;
  private final ProcessRecord record;

  private ChildProcess(Process process, ProcessRecord record) {
    this.process = process;
    this.record = record;
  }

  public static ChildProcess start(
      List<String> command,
      Map<String, String> environment,
      Path directory,
      Path log,
      ProcessRecord record) {
    try {
      keepPrevious(log);
      ProcessBuilder builder =
          new ProcessBuilder(inOwnSession(command))
              .directory(directory.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      ChildProcess child = new ChildProcess(process, record);
      child.noteTree();
      return child;
    } catch (IOException e) {
      throw new Trouble(command.get(0) + " can't be started: " + e.getMessage(), e);
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  public String lastWords() {
    return alive() ? "" : " with exit code " + process.exitValue();
  }

  /**
   * Records the process and its children; called while it comes up, because children appear late.
   */
  public void noteTree() {
    record.write(tree());
  }

  /** Asks it to end, and kills it after the given time. */
  public void stop(Duration patience) {
    List<ProcessHandle> tree = tree();
    process.destroy();
    Endings.await(tree, patience);
    record.delete();
  }

  private List<ProcessHandle> tree() {
    List<ProcessHandle> tree = new ArrayList<>();
    tree.add(process.toHandle());
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      descendants.forEach(tree::add);
    }
    return tree;
  }

  /** Kept because the log of the previous run is often the interesting one. */
  private static void keepPrevious(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      String previous = log.getFileName().toString().replace(".log", ".previous.log");
      Files.move(log, log.resolveSibling(previous), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<String> inOwnSession(List<String> command) {
    if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      return command;
    }
    List<String> detached = new ArrayList<>(List.of("/usr/bin/setsid"));
    detached.addAll(command);
    return detached;
  }
}
