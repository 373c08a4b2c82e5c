package org.evenhand.review.growth.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one of the two brings and writes down for both. */
public record Part(List<AgendaItem> agenda, @Nullable String sharedNote) {

  static final Part EMPTY = new Part(List.of(), null);

  public Part {
    agenda = List.copyOf(agenda);
  }

  Part withAgenda(List<AgendaItem> items) {
    return new Part(items, sharedNote);
  }

  Part withSharedNote(@Nullable String text) {
    return new Part(agenda, text);
  }
}
