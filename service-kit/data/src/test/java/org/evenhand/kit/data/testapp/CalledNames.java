package org.evenhand.kit.data.testapp;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.PeopleNames;
import org.hibernate.reactive.mutiny.Mutiny;

/** Everybody is called by their id. */
@Singleton
public class CalledNames implements PeopleNames {

  @Override
  public Uni<Map<UUID, String>> of(Mutiny.Session session, Set<UUID> people) {
    return Uni.createFrom()
        .item(people.stream().collect(Collectors.toMap(Function.identity(), UUID::toString)));
  }
}
