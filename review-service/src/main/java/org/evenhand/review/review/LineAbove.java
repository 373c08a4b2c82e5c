package org.evenhand.review.review;

import java.util.List;
import java.util.UUID;

/** Everyone above the reviewee when the review was opened, nearest first. */
public record LineAbove(List<UUID> ids) {

  public LineAbove {
    ids = List.copyOf(ids);
  }
}
