package org.evenhand.review.growth.checkin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two brings and writes down.
 *
 * @param sharedNote for both
 * @param privateNote for its author alone, for good
 */
public record Part(
    List<AgendaItem> agenda, @Nullable String sharedNote, @Nullable String privateNote) {

  static final Part EMPTY = new Part(List.of(), null, null);

  public Part {
    agenda = List.copyOf(agenda);
  }

  Part withAgenda(List<AgendaItem> items) {
    return new Part(items, sharedNote, privateNote);
  }

  Part withSharedNote(@Nullable String text) {
    return new Part(agenda, text, privateNote);
  }

  Part withPrivateNote(@Nullable String text) {
    return new Part(agenda, sharedNote, text);
  }
}
