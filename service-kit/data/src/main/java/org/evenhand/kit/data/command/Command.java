package org.evenhand.kit.data.command;

import java.util.List;

/**
 * Something that an operator runs in a process of its own: {@code java -jar quarkus-run.jar <name>
 * <arguments>}. A command is a bean. Its process starts no relay, consumer or scheduler, and ends
 * with the code that {@link #run} returns.
 */
public interface Command {

  String name();

  /** What stands in the usage line after the name. */
  String arguments();

  int run(List<String> arguments) throws Exception;
}
