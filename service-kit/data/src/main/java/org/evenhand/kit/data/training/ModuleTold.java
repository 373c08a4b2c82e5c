package org.evenhand.kit.data.training;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code training-module.changed}.
 *
 * @param requiredFor names that we don't know are of other services, or come later
 * @param topics what it is about; null where that isn't told
 * @param retiredAt null while it is required
 */
record ModuleTold(
    UUID moduleId,
    String title,
    List<String> requiredFor,
    @Nullable List<String> topics,
    Instant offeredAt,
    @Nullable Instant retiredAt) {

  static final String TYPE = "org.evenhand.training-module.changed.v1";

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about the module that is the subject
   */
  static ModuleTold of(ReceivedEvent event) {
    ModuleTold told = event.as(ModuleTold.class);
    if (Stream.of(told.title(), told.requiredFor(), told.offeredAt()).anyMatch(Objects::isNull)
        || !event.subjectId().equals(told.moduleId())) {
      throw new RefusedEvent(
          "title, requiredFor and offeredAt must be there, and the moduleId that is the subject");
    }
    return told;
  }
}
