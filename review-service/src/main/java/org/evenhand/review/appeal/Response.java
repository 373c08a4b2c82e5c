package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the reviewer answers.
 *
 * @param text null where they were silent until their time was over
 */
public record Response(@Nullable String text, @Nullable UUID by, Instant at) {

  public static Response silent(Instant at) {
    return new Response(null, null, at);
  }

  public boolean wasSilent() {
    return text == null;
  }
}
