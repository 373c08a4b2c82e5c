package org.evenhand.review.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The names to look for, by each of their parts. */
final class Lexicon {

  private final Map<String, List<NameParts>> people = new HashMap<>();
  private final Map<String, List<Term>> terms = new HashMap<>();
  private final Map<String, UUID> ids = new HashMap<>();

  /** Names in scripts without spaces, longest first, so that a whole name goes before its part. */
  private final Map<String, UUID> runningOn =
      new TreeMap<>(
          java.util.Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(java.util.Comparator.naturalOrder()));

  Lexicon(KnownNames known) {
    known.named().map(NameParts::of).forEach(this::add);
    known.units().forEach(unit -> add(Term.of(Placeholders.Kind.TEAM, unit)));
    known.places().forEach(place -> add(Term.of(Placeholders.Kind.PLACE, place)));
    Countries.names().forEach(this::add);
  }

  /** The people with this part in their names, the likeliest first. */
  List<NameParts> peopleWith(String folded) {
    return people.getOrDefault(folded, List.of());
  }

  /** The person with this id in the HRIS. */
  Optional<UUID> holderOf(String key) {
    return Optional.ofNullable(ids.get(key));
  }

  List<Term> termsFrom(String folded) {
    return terms.getOrDefault(folded, List.of());
  }

  Map<String, UUID> runningOn() {
    return new LinkedHashMap<>(runningOn);
  }

  private void add(NameParts name) {
    name.all().forEach(part -> people.merge(part, List.of(name), Lexicon::joined));
    KnownPerson person = name.person();
    if (person.externalId() != null) {
      ids.putIfAbsent(Logins.key(person.externalId()), person.id());
    }
    String given = Letters.normal(person.givenName()).strip();
    String family = Letters.normal(person.familyName()).strip();
    Stream.of(family + given, given + family, given, family)
        .filter(Letters::runsOn)
        .filter(text -> text.codePointCount(0, text.length()) > 1)
        .forEach(text -> runningOn.putIfAbsent(text, person.id()));
  }

  private void add(Term term) {
    if (term.isUsable()) {
      terms.merge(term.parts().get(0), List.of(term), Lexicon::joined);
    }
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
