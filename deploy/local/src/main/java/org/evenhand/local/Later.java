package org.evenhand.local;

import java.time.Duration;
import java.util.List;
import org.evenhand.local.process.LocalClock;
import org.evenhand.local.process.Trouble;

/** Lets days pass for the services of the local stack, or says how many have. */
public final class Later {
  private static final int MISUSED = 2;
  private static final String HELP =
      """
      Usage: deploy/local/later [DAYS]

      Lets so many days pass for every service of the local stack, which may be up: what falls due
      in between is done in the seconds after. Without a number, says which day it is there. Time
      doesn't go back; deploy/local/up --fresh begins anew.
      """;

  private Later() {}

  /** Called by deploy/local/later, which sets the system properties. */
  public static void main(String[] arguments) {
    try {
      System.out.print(answer(Layout.fromProperties().clock(), List.of(arguments)));
    } catch (Trouble trouble) {
      System.err.println(trouble.sentence());
      System.exit(MISUSED);
    }
  }

  static String answer(LocalClock clock, List<String> arguments) {
    if (arguments.isEmpty()) {
      return told(clock);
    }
    String wanted = arguments.get(0);
    if (wanted.equals("--help") || wanted.equals("-h")) {
      return HELP;
    }
    if (arguments.size() > 1 || !wanted.matches("[1-9][0-9]{0,3}")) {
      throw new Trouble("How many days shall pass? A whole number from 1 to 9999");
    }
    clock.pass(Duration.ofDays(Long.parseLong(wanted)));
    return told(clock);
  }

  private static String told(LocalClock clock) {
    return "In the local stack it is %s, %d days ahead.%n"
        .formatted(clock.today(), clock.ahead().toDays());
  }
}
