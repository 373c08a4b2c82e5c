package org.evenhand.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end, such as initdb; its output goes to a log. */
public final class Command {
  private Command() {}

  public static void run(
      String what, List<String> command, Map<String, String> environment, Path log) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      Thread atShutdown = new Thread(() -> kill(process));
      Runtime.getRuntime().addShutdownHook(atShutdown);
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        kill(process);
        throw new Trouble(what + " took more than ten minutes; its log: " + log);
      }
      Runtime.getRuntime().removeShutdownHook(atShutdown);
      if (process.exitValue() != 0) {
        throw new Trouble(
            what + " failed with exit code " + process.exitValue() + "; its log: " + log);
      }
    } catch (IOException e) {
      throw new Trouble(what + " can't be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(what + " was interrupted", e);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
