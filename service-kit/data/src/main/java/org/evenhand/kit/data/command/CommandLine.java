package org.evenhand.kit.data.command;

import io.quarkus.runtime.annotations.CommandLineArguments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What this process was started for: to serve, or to run one command. */
@ApplicationScoped
public class CommandLine {

  private final List<String> arguments;

  public CommandLine(@CommandLineArguments String[] arguments) {
    this.arguments = List.of(arguments);
  }

  /** True in a process that runs one command and serves nobody. */
  public boolean command() {
    return !arguments.isEmpty();
  }

  public List<String> arguments() {
    return arguments;
  }
}
