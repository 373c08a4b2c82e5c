package org.evenhand.kit.data.idempotency;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command, in a form that can be stored and given again.
 *
 * @param location as the caller sees it, relative to this host: {@code /v1/reviews/…}
 * @param version the resource's version, which becomes its ETag
 */
public record Answer(
    int status, @Nullable URI location, @Nullable Long version, @Nullable Object body) {

  public static Answer ok(@Nullable Long version, Object body) {
    return new Answer(200, null, version, body);
  }

  public static Answer created(URI location, @Nullable Long version, @Nullable Object body) {
    return new Answer(201, location, version, body);
  }

  /** Nothing to say but the version. */
  public static Answer done(long version) {
    return new Answer(204, null, version, null);
  }

  public static Answer accepted(URI location, @Nullable Object body) {
    return new Answer(202, location, null, body);
  }

  boolean successful() {
    return status >= 200 && status < 300;
  }
}
