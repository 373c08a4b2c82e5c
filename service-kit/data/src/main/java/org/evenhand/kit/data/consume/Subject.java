package org.evenhand.kit.data.consume;

import org.evenhand.kit.data.database.Row;

/** Whom sequences belong to. */
record Subject(String source, String subject) {

  static Subject of(ReceivedEvent event) {
    return new Subject(event.source(), event.subject());
  }

  static Subject of(Row row) {
    return new Subject(row.text("source"), row.text("subject"));
  }
}
