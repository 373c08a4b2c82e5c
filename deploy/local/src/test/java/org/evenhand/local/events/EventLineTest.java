package org.evenhand.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;

class EventLineTest {
  @Test
  void aRecordIsOneLineAlsoWhenItsJsonIsNot() {
    ConsumerRecord<String, String> record = record("{\n  \"ordinal\": 3\n}");
    header(record, "ce_type", "org.evenhand.rating.shared.v1");
    header(record, "ce_sequence", "7");

    assertThat(EventLine.of(record))
        .isEqualTo("2:41  key  org.evenhand.rating.shared.v1  7  { \"ordinal\": 3 }");
  }

  @Test
  void aTombstoneSaysSo() {
    assertThat(EventLine.of(record(null))).isEqualTo("2:41  key  -  -  (tombstone)");
  }

  @Test
  void optionsAreRead() {
    EventsOptions options =
        EventsOptions.parse(
            List.of("evenhand.ratings", "--from-beginning", "--max", "5", "--to-end"), "here:1");

    assertThat(options)
        .isEqualTo(new EventsOptions(false, "evenhand.ratings", true, true, 5, "here:1"));
    assertThat(EventsOptions.parse(List.of("t", "--kafka", "there:2"), "here:1").kafka())
        .isEqualTo("there:2");
  }

  @Test
  void optionsThatCannotBeMeantAreRefused() {
    for (List<String> wrong :
        List.of(
            List.of("--max", "0"),
            List.of("--max"),
            List.of("a", "b"),
            List.of("--form-beginning"),
            List.of("--kafka", "nowhere"))) {
      assertThatThrownBy(() -> EventsOptions.parse(wrong, "here:1"))
          .as("%s", wrong)
          .isInstanceOf(Trouble.class);
    }
  }

  private static ConsumerRecord<String, String> record(String value) {
    return new ConsumerRecord<>("topic", 2, 41, "key", value);
  }

  private static void header(ConsumerRecord<String, String> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
