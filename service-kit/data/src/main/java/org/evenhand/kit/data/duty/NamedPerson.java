package org.evenhand.kit.data.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person of a task or a waiver. Where the service knows no names, null is written, which marks
 * the place for whoever names people on the way out.
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"}
        """)
public record NamedPerson(UUID id, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name) {

  public static @Nullable NamedPerson orNull(@Nullable UUID person, Map<UUID, String> names) {
    return person == null ? null : of(person, names);
  }

  public static NamedPerson of(UUID person, Map<UUID, String> names) {
    return new NamedPerson(person, names.get(person));
  }
}
