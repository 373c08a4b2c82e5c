package org.evenhand.kit.data.command;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Skips scheduled work in a process that runs one command. */
@ApplicationScoped
public class NotInCommand implements Scheduled.SkipPredicate {

  private final CommandLine commandLine;

  public NotInCommand(CommandLine commandLine) {
    this.commandLine = commandLine;
  }

  @Override
  public boolean test(ScheduledExecution execution) {
    return commandLine.command();
  }
}
