package org.evenhand.gateway.feed;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records until there are enough of them, by number, by size, or looked at in vain. */
final class PageInMaking {

  private static final int MOST_LOOKED_AT = 20_000;

  private final Selection selection;
  private final PageSize size;
  private final List<CloudEvent> events = new ArrayList<>();
  private long bytes;
  private int lookedAt;

  PageInMaking(Selection selection, PageSize size) {
    this.selection = selection;
    this.size = size;
  }

  boolean isFull() {
    return events.size() >= size.events() || bytes >= size.bytes() || lookedAt >= MOST_LOOKED_AT;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    lookedAt++;
    CloudEvent.of(record, selection::wants)
        .ifPresent(
            event -> {
              events.add(event);
              bytes += event.json().length();
            });
  }

  List<CloudEvent> events() {
    return List.copyOf(events);
  }
}
