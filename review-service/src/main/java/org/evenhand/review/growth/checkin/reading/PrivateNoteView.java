package org.evenhand.review.growth.checkin.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.PrivateNote;
import org.jspecify.annotations.Nullable;

/**
 * What one of the two has written down for themself.
 *
 * @param text absent where there is nothing
 * @param actions the ids of the operations that are open to the caller now
 */
@Schema(
    name = "CheckInPrivateNote",
    example = "{\"text\": \"Ask about March\", \"actions\": [\"putPrivateNote\"]}")
public record PrivateNoteView(@Nullable String text, List<String> actions) {

  public static PrivateNoteView of(PrivateNote note) {
    return new PrivateNoteView(
        note.text().orElse(null), List.of(CheckInStep.PRIVATE_NOTE.operation()));
  }
}
