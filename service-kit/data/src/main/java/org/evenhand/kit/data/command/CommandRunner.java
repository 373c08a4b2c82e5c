package org.evenhand.kit.data.command;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.answer.SafeFailure;
import org.jboss.logging.Logger;

/** Runs the command that the process was started for, and ends the process with its code. */
@ApplicationScoped
public class CommandRunner {

  private static final Logger LOG = Logger.getLogger(CommandRunner.class);
  private static final int USAGE = 2;
  private static final int FAILED = 3;

  private final CommandLine commandLine;
  private final List<Command> commands;

  public CommandRunner(CommandLine commandLine, @All List<Command> commands) {
    this.commandLine = commandLine;
    this.commands = commands;
  }

  /**
   * On a thread of its own, because the start has to be complete before the process can be told to
   * exit.
   */
  void start(@Observes @Priority(5_000) StartupEvent event) {
    if (commandLine.command()) {
      new Thread(() -> Quarkus.asyncExit(run(commandLine.arguments())), "command").start();
    }
  }

  int run(List<String> arguments) {
    Optional<Command> found =
        commands.stream().filter(each -> each.name().equals(arguments.get(0))).findFirst();
    if (found.isEmpty()) {
      System.err.println("Unknown command " + arguments.get(0) + ". Known are:");
      commands.forEach(each -> System.err.println("  " + each.name() + " " + each.arguments()));
      return USAGE;
    }
    try {
      return found.get().run(arguments.subList(1, arguments.size()));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("usage: " + found.get().name() + " " + found.get().arguments());
      return USAGE;
    } catch (Exception e) {
      LOG.errorf(SafeFailure.of(e), "%s failed", found.get().name());
      return FAILED;
    }
  }
}
