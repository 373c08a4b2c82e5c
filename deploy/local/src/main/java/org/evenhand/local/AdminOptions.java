package org.evenhand.local;

import java.util.List;
import org.evenhand.local.process.Trouble;

/**
 * What was asked of deploy/local/admin.
 *
 * @param service such as "review"
 * @param command the command and its arguments, as the service knows them
 */
record AdminOptions(boolean help, String service, List<String> command) {
  static final String HELP =
      """
      Usage: deploy/local/admin SERVICE COMMAND [ARGUMENT...]

      Runs a command of a service on the data of the local stack, which must be up, beside the
      service that serves. The exit code is that of the command.

        SERVICE                     policy, review, calibration or analytics
        verify-audit [SEAL:HASH]    recomputes the audit and names what was touched
        replay-dead-letters TOPIC [--include-superseded]
                                    hands dead letters to their handler again
        --help                      shows this
      """;

  private static final List<String> SERVICES =
      List.of("policy", "review", "calibration", "analytics");

  static AdminOptions parse(List<String> arguments) {
    if (arguments.isEmpty() || List.of("--help", "-h").contains(arguments.get(0))) {
      return new AdminOptions(true, "", List.of());
    }
    String service = arguments.get(0).replaceFirst("-service$", "");
    if (!SERVICES.contains(service)) {
      throw new Trouble(
          "There is no service " + arguments.get(0) + "; there are " + String.join(", ", SERVICES));
    }
    if (arguments.size() < 2) {
      throw new Trouble("Which command of " + service + "-service? --help shows those known");
    }
    return new AdminOptions(false, service, arguments.subList(1, arguments.size()));
  }
}
