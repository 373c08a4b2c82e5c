package org.evenhand.review.directory.reading;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.directory.people.Names;

/** What people are called, by their ids. */
@Schema(example = "{\"names\": {\"019a8c1e-6f00-7000-8000-000000000005\": \"Zoë Brontë\"}}")
record NamesView(
    @Schema(description = "Of everybody who is known, by id; who has left is known")
        Map<UUID, String> names) {

  static NamesView of(Names names) {
    return new NamesView(
        names.known().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, known -> known.getValue().name())));
  }
}
