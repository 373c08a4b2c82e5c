package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.PeopleNames;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people are called in the kit's own answers. */
@Singleton
class NamesOfWaivers implements PeopleNames {

  private final Directory directory;

  NamesOfWaivers(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Uni<Map<UUID, String>> of(Mutiny.Session session, Set<UUID> people) {
    return directory
        .names(session, people)
        .map(
            names ->
                names.known().entrySet().stream()
                    .collect(
                        Collectors.toMap(Map.Entry::getKey, known -> known.getValue().name())));
  }
}
