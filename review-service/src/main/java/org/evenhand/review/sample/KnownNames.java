package org.evenhand.review.sample;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All people and places that the texts of one review may give away.
 *
 * @param people all people whom the texts may name, including the reviewee and the reviewer
 * @param units names of organisational units
 * @param places names of work locations and countries
 */
public record KnownNames(
    UUID revieweeId,
    @Nullable UUID reviewerId,
    List<KnownPerson> people,
    List<String> units,
    List<String> places) {

  public KnownNames {
    // In this order a name that several people share is taken for the likeliest of them.
    people =
        people.stream()
            .sorted(
                java.util.Comparator.comparingInt(
                        (KnownPerson person) -> rank(person, revieweeId, reviewerId))
                    .thenComparing(person -> person.id().toString()))
            .toList();
    units = List.copyOf(units);
    places = List.copyOf(places);
  }

  Stream<KnownPerson> named() {
    return people.stream();
  }

  private static int rank(KnownPerson person, UUID reviewee, @Nullable UUID reviewer) {
    if (person.id().equals(reviewee)) {
      return 0;
    }
    if (person.id().equals(reviewer)) {
      return 1;
    }
    return person.near() ? 2 : 3;
  }
}
