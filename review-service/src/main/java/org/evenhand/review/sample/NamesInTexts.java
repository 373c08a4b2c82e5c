package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds the people, units and places that the texts of reviews may name. Names are compared folded,
 * which SQL can't do. So the directory is read page by page, and only people who may be meant are
 * kept.
 */
@ApplicationScoped
class NamesInTexts {

  private static final int PAGE = 5000;
  private static final UUID LOWEST = new UUID(0, 0);
  private static final UUID NOBODY = LOWEST;

  /** A person of the directory, with the unit of their main assignment. */
  private record Known(
      UUID id, String externalId, String given, String family, String email, String unit) {

    private KnownPerson known(boolean near) {
      return new KnownPerson(id, given, family, email.isEmpty() ? null : email, externalId, near);
    }
  }

  /** The words of the texts, prepared for a look-up of each person of the directory. */
  private record Said(Set<String> words, Set<String> tokens, String text, String small) {

    static Said in(Collection<Review> reviews) {
      return in(
          String.join("\n", reviews.stream().flatMap(r -> Sampling.texts(r).stream()).toList()));
    }

    static Said in(String written) {
      String text = Letters.normal(written);
      return new Said(
          Letters.atoms(text).stream().map(Atom::folded).collect(Collectors.toSet()),
          Logins.tokens(text),
          text,
          text.toLowerCase(Locale.ROOT));
    }
  }

  /** The names that each review may hold. */
  Uni<Map<UUID, KnownNames>> ofEach(Mutiny.Session session, Collection<Review> reviews) {
    Said said = Said.in(reviews);
    Set<UUID> close = new HashSet<>();
    reviews.forEach(review -> close.addAll(closeTo(review)));
    List<Known> people = new ArrayList<>();
    return page(session, LOWEST, said, close, people)
        .chain(() -> names(session, "org_unit"))
        .chain(
            units ->
                names(session, "work_location")
                    .map(locations -> ofEach(reviews, people, units, locations)));
  }

  /**
   * The names that a text may hold which is about no review.
   *
   * @param near whose names are looked for in careless spellings
   */
  Uni<KnownNames> of(Mutiny.Session session, String text, Set<UUID> near) {
    List<Known> people = new ArrayList<>();
    return page(session, LOWEST, Said.in(text), near, people)
        .chain(() -> names(session, "org_unit"))
        .chain(
            units ->
                names(session, "work_location")
                    .map(
                        places ->
                            new KnownNames(
                                NOBODY,
                                null,
                                people.stream()
                                    .map(row -> row.known(near.contains(row.id())))
                                    .toList(),
                                units,
                                places)));
  }

  private static Map<UUID, KnownNames> ofEach(
      Collection<Review> reviews, List<Known> people, List<String> units, List<String> places) {
    Map<UUID, KnownNames> names = new HashMap<>();
    for (Review review : reviews) {
      Set<UUID> close = closeTo(review);
      names.put(
          review.id(),
          new KnownNames(
              review.employeeId(),
              review.reviewerId().orElse(null),
              people.stream()
                  .map(
                      row ->
                          row.known(
                              close.contains(row.id())
                                  || row.unit().equals(review.placement().orgUnit())))
                  .toList(),
              units,
              places));
    }
    return names;
  }

  private static Set<UUID> closeTo(Review review) {
    Set<UUID> close = new HashSet<>(review.lineAbove());
    close.add(review.employeeId());
    review.reviewerId().ifPresent(close::add);
    review.contributors().everAsked().forEach(close::add);
    review.work().contributions().stream().map(Contribution::authorId).forEach(close::add);
    review.work().observations().stream().map(Observation::authorId).forEach(close::add);
    return close;
  }

  private Uni<Void> page(
      Mutiny.Session session, UUID after, Said said, Set<UUID> close, List<Known> found) {
    return Rows.of(
            session,
            """
            select e.id, e.external_id, e.given_name, e.family_name,
                   coalesce(e.email, '') as email, coalesce(a.org_unit, '') as org_unit
            from employee e left join assignment a on a.employee_id = e.id and a.main
            where e.id > :after order by e.id
            """)
        .bind("after", after)
        .limit(PAGE)
        .list(NamesInTexts::person)
        .chain(
            rows -> {
              rows.stream()
                  .filter(one -> close.contains(one.id()) || mayBeNamed(one, said))
                  .forEach(found::add);
              return rows.size() < PAGE
                  ? Uni.createFrom().voidItem()
                  : page(session, rows.get(rows.size() - 1).id(), said, close, found);
            });
  }

  private static boolean mayBeNamed(Known row, Said said) {
    // Treated as a person near the review, so that every form of the name is looked for.
    KnownPerson person = new KnownPerson(row.id(), row.given(), row.family(), row.email(), true);
    return NameParts.of(person).all().stream().anyMatch(said.words()::contains)
        || said.tokens().contains(Logins.key(row.externalId()))
        || (!row.email().isEmpty() && said.small().contains(row.email().toLowerCase(Locale.ROOT)))
        || isWithin(row.given(), said.text())
        || isWithin(row.family(), said.text());
  }

  private static boolean isWithin(String name, String text) {
    return Letters.runsOn(name) && text.contains(Letters.normal(name));
  }

  private static Known person(Row row) {
    return new Known(
        row.uuid("id"),
        row.text("external_id"),
        row.text("given_name"),
        row.text("family_name"),
        row.text("email"),
        row.text("org_unit"));
  }

  /**
   * @param column a constant of this class, never input
   */
  private static Uni<List<String>> names(Mutiny.Session session, String column) {
    return Rows.of(
            session, "select distinct %1$s as name from assignment order by %1$s".formatted(column))
        .list(row -> row.text("name"));
  }
}
