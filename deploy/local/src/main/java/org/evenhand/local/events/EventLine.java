package org.evenhand.local.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One record as one line. */
final class EventLine {
  private EventLine() {}

  static String of(ConsumerRecord<String, String> record) {
    return record.partition()
        + ":"
        + record.offset()
        + "  "
        + record.key()
        + "  "
        + header(record, "ce_type")
        + "  "
        + header(record, "ce_sequence")
        + "  "
        + (record.value() == null ? "(tombstone)" : oneLine(record.value()));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** JSON may be written over several lines; a line break inside a string is escaped anyway. */
  private static String oneLine(String json) {
    return json.replaceAll("\\R\\s*", " ");
  }
}
