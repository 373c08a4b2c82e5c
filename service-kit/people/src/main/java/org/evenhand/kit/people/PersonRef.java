package org.evenhand.kit.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person in an answer. A service makes it of the id; {@link NamesInAnswers} puts the name in. So
 * nothing that a service stores holds a name.
 *
 * @param name always null; written as such, which marks the place for the name
 */
@Schema(
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"}
        """)
public record PersonRef(UUID id, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name) {

  public static PersonRef of(UUID person) {
    return new PersonRef(person, null);
  }

  public static @Nullable PersonRef orNull(@Nullable UUID person) {
    return person == null ? null : of(person);
  }

  public static List<PersonRef> all(Collection<UUID> people) {
    return people.stream().map(PersonRef::of).toList();
  }
}
