package org.evenhand.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;

/**
 * What was asked for on the command line.
 *
 * @param names the benchmarks, in the order given
 * @param numbers the options, each with a whole number
 */
public record Options(List<String> names, Map<String, Long> numbers) {
  private static final long USUAL_PORT_BASE = 18_200;

  /**
   * @param known every option that some benchmark reads
   */
  static Options parse(List<String> arguments, Set<String> known) {
    List<String> names = new ArrayList<>();
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        names.add(argument);
        continue;
      }
      String option = argument.substring(2);
      if (!known.contains(option)) {
        throw new Trouble(
            "Unknown option " + argument + "; deploy/bench/README.md has those known");
      }
      i++;
      String value = i < arguments.size() ? arguments.get(i) : "";
      if (!value.matches("[1-9][0-9]{0,8}")) {
        throw new Trouble(argument + " wants a whole number");
      }
      numbers.put(option, Long.parseLong(value));
    }
    return new Options(List.copyOf(names), Map.copyOf(numbers));
  }

  public long number(String option, long usual) {
    return numbers.getOrDefault(option, usual);
  }

  public Ports ports() {
    return Ports.from(Math.toIntExact(number("port-base", USUAL_PORT_BASE)));
  }
}
