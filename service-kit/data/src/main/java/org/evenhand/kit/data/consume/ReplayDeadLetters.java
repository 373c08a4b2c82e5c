package org.evenhand.kit.data.consume;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.command.Command;

/** {@code replay-dead-letters <topic>}: exits with 0 when none was refused again, else with 1. */
@ApplicationScoped
public class ReplayDeadLetters implements Command {

  private static final String ALL = "--include-superseded";

  private final DeadLetterReplay replay;

  public ReplayDeadLetters(DeadLetterReplay replay) {
    this.replay = replay;
  }

  @Override
  public String name() {
    return "replay-dead-letters";
  }

  @Override
  public String arguments() {
    return "<topic> [" + ALL + "]";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("which topic?");
    }
    var outcome = replay.run(arguments.get(0), arguments.contains(ALL));
    System.out.printf(
        "%d taken in, %d superseded by later events, %d refused again%n",
        outcome.handled(), outcome.superseded(), outcome.refused());
    return outcome.refused() == 0 ? 0 : 1;
  }
}
