package org.evenhand.local;

import java.util.List;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;

/** What was asked for on the command line. */
record Options(boolean fresh, boolean journey, boolean stopAfter, Ports ports) {
  static Options parse(List<String> arguments) {
    Options options = new Options(false, true, false, Ports.usual());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--fresh" -> options = options.withFresh();
        case "--no-journey" -> options = options.withoutJourney();
        case "--stop-after" -> options = options.withStopAfter();
        case "--port-base" -> {
          i++;
          options = options.withPorts(base(i < arguments.size() ? arguments.get(i) : ""));
        }
        default -> throw new Trouble("Unknown option " + argument + "; --help shows those known");
      }
    }
    return options;
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

  private Options withFresh() {
    return new Options(true, journey, stopAfter, ports);
  }

  private Options withoutJourney() {
    return new Options(fresh, false, stopAfter, ports);
  }

  private Options withStopAfter() {
    return new Options(fresh, journey, true, ports);
  }

  private Options withPorts(Ports chosen) {
    return new Options(fresh, journey, stopAfter, chosen);
  }
}
