package org.evenhand.local.events;

import java.util.List;
import org.evenhand.local.process.Trouble;

/** What was asked of deploy/local/events. */
record EventsOptions(
    boolean help, String topic, boolean fromBeginning, boolean toEnd, long max, String kafka) {
  static final String HELP =
      """
      Usage: deploy/local/events TOPIC [--from-beginning] [--to-end] [--max N] [--kafka HOST:PORT]

      Shows a topic of the local stack as a consumer sees it, committed records only; one line for
      each: partition:offset, key, ce_type, sequence, JSON. Goes on until Ctrl-C. Without a topic,
      lists the topics.

        --from-beginning   from the oldest record on; otherwise only what comes from now on
        --to-end           ends when all that there was at the start is shown
        --max N            ends after N records
        --kafka HOST:PORT  another Kafka; usually the one that deploy/local/up has started
        --help             shows this
      """;

  static EventsOptions parse(List<String> arguments, String usualKafka) {
    EventsOptions options = new EventsOptions(false, "", false, false, Long.MAX_VALUE, usualKafka);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (argument) {
        case "--help", "-h" -> options = options.withHelp();
        case "--from-beginning" -> options = options.withFromBeginning();
        case "--to-end" -> options = options.withToEnd();
        case "--max" -> {
          options = options.withMax(count(value));
          i++;
        }
        case "--kafka" -> {
          options = options.withKafka(value);
          i++;
        }
        default -> options = options.withTopic(argument);
      }
    }
    return options;
  }

  private static long count(String value) {
    if (!value.matches("[1-9][0-9]{0,17}")) {
      throw new Trouble("--max wants a whole number above zero");
    }
    return Long.parseLong(value);
  }

  private EventsOptions withTopic(String name) {
    if (name.startsWith("-")) {
      throw new Trouble("Unknown option " + name + "; --help shows those known");
    }
    if (!topic.isEmpty()) {
      throw new Trouble("One topic at a time: " + topic + " or " + name);
    }
    return new EventsOptions(help, name, fromBeginning, toEnd, max, kafka);
  }

  private EventsOptions withHelp() {
    return new EventsOptions(true, topic, fromBeginning, toEnd, max, kafka);
  }

  private EventsOptions withFromBeginning() {
    return new EventsOptions(help, topic, true, toEnd, max, kafka);
  }

  private EventsOptions withToEnd() {
    return new EventsOptions(help, topic, fromBeginning, true, max, kafka);
  }

  private EventsOptions withMax(long count) {
    return new EventsOptions(help, topic, fromBeginning, toEnd, count, kafka);
  }

  private EventsOptions withKafka(String address) {
    if (!address.matches("[^:]+:[0-9]{1,5}")) {
      throw new Trouble("--kafka wants HOST:PORT");
    }
    return new EventsOptions(help, topic, fromBeginning, toEnd, max, address);
  }
}
