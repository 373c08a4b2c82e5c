package org.evenhand.kit.data.outbox;

import java.util.List;

/** Told of each step of a batch: metrics listen here, and crash tests stop the process here. */
interface RelayProbe {

  void read(List<OutboxRow> oldest);

  void sent(List<OutboxRow> rows);

  void deleted(List<OutboxRow> rows);
}
