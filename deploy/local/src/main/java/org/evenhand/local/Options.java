package org.evenhand.local;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;

/**
 * What was asked for on the command line.
 *
 * @param without services that somebody starts elsewhere, such as in a debugger
 * @param debug whether a debugger may attach to those that start here
 */
record Options(
    boolean fresh,
    boolean journey,
    boolean stopAfter,
    boolean debug,
    Set<String> without,
    Ports ports) {

  private static final Set<String> SERVICES =
      Set.of("policy", "review", "calibration", "analytics", "gateway");

  static Options parse(List<String> arguments) {
    boolean fresh = false;
    boolean journey = true;
    boolean stopAfter = false;
    boolean debug = false;
    Set<String> without = new TreeSet<>();
    Ports ports = Ports.usual();
    for (var each = arguments.iterator(); each.hasNext(); ) {
      String argument = each.next();
      switch (argument) {
        case "--fresh" -> fresh = true;
        case "--no-journey" -> journey = false;
        case "--stop-after" -> stopAfter = true;
        case "--debug" -> debug = true;
        case "--without" -> without.add(service(each.hasNext() ? each.next() : ""));
        case "--port-base" -> ports = base(each.hasNext() ? each.next() : "");
        default -> throw new Trouble("Unknown option " + argument + "; --help shows those known");
      }
    }
    return new Options(fresh, journey && without.isEmpty(), stopAfter, debug, without, ports);
  }

  private static String service(String name) {
    if (!SERVICES.contains(name)) {
      throw new Trouble("--without wants one of " + String.join(", ", new TreeSet<>(SERVICES)));
    }
    return name;
  }

  private static Ports base(String value) {
    if (value.matches("[0-9]{4,5}")) {
      int base = Integer.parseInt(value);
      if (base >= 1024 && base <= 65_000) {
        return Ports.from(base);
      }
    }
    throw new Trouble("--port-base wants a number from 1024 to 65000");
  }
}
