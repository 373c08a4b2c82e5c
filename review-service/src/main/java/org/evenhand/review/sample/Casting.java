package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.Contributor;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds whom and what the texts of reviews may name. Names are compared folded, which SQL cannot
 * do, so the directory is gone through page by page, and only who may be meant is kept.
 */
@ApplicationScoped
class Casting {

  private static final int PAGE = 5000;
  private static final UUID LOWEST = new UUID(0, 0);

  /** Somebody of the directory, with the unit of their main assignment. */
  private record Row(UUID id, String given, String family, String email, String unit) {}

  /** A cast per review. */
  Uni<Map<UUID, Cast>> casts(Mutiny.Session session, Collection<Review> reviews) {
    Set<String> words = new HashSet<>();
    for (Review review : reviews) {
      for (String text : Sampling.texts(review)) {
        String normal = Letters.normal(text);
        Letters.atoms(normal).forEach(atom -> words.add(atom.folded()));
      }
    }
    String everything =
        Letters.normal(
            String.join("\n", reviews.stream().flatMap(r -> Sampling.texts(r).stream()).toList()));
    Set<UUID> close = new HashSet<>();
    reviews.forEach(review -> close.addAll(closeTo(review)));
    List<Row> people = new ArrayList<>();
    return page(session, LOWEST, words, everything, close, people)
        .chain(() -> names(session, "org_unit"))
        .chain(
            units ->
                names(session, "work_location")
                    .chain(
                        locations ->
                            names(session, "country")
                                .map(
                                    countries ->
                                        casts(
                                            reviews,
                                            people,
                                            units,
                                            places(locations, countries)))));
  }

  private static Map<UUID, Cast> casts(
      Collection<Review> reviews, List<Row> people, List<String> units, List<String> places) {
    Map<UUID, Cast> casts = new HashMap<>();
    for (Review review : reviews) {
      Set<UUID> close = closeTo(review);
      casts.put(
          review.id(),
          new Cast(
              review.employeeId(),
              review.reviewerId().orElse(null),
              people.stream()
                  .map(
                      row ->
                          new KnownPerson(
                              row.id(),
                              row.given(),
                              row.family(),
                              row.email().isEmpty() ? null : row.email(),
                              close.contains(row.id())
                                  || row.unit().equals(review.placement().orgUnit())))
                  .toList(),
              units,
              places));
    }
    return casts;
  }

  private static Set<UUID> closeTo(Review review) {
    Set<UUID> close = new HashSet<>(review.lineAbove());
    close.add(review.employeeId());
    review.reviewerId().ifPresent(close::add);
    review.contributors().asked().stream().map(Contributor::employeeId).forEach(close::add);
    review.work().contributions().stream().map(Contribution::authorId).forEach(close::add);
    return close;
  }

  private Uni<Void> page(
      Mutiny.Session session,
      UUID after,
      Set<String> words,
      String everything,
      Set<UUID> close,
      List<Row> found) {
    return session
        .createNativeQuery(
            """
            select e.id, e.given_name, e.family_name, coalesce(e.email, ''),
                   coalesce(a.org_unit, '')
            from employee e left join assignment a on a.employee_id = e.id and a.main
            where e.id > :after order by e.id
            """,
            Tuple.class)
        .setParameter("after", after)
        .setMaxResults(PAGE)
        .getResultList()
        .chain(
            rows -> {
              for (Tuple tuple : rows) {
                Row row = row(tuple);
                if (close.contains(row.id()) || mayBeNamed(row, words, everything)) {
                  found.add(row);
                }
              }
              return rows.size() < PAGE
                  ? Uni.createFrom().voidItem()
                  : page(
                      session,
                      rows.get(rows.size() - 1).get(0, UUID.class),
                      words,
                      everything,
                      close,
                      found);
            });
  }

  private static boolean mayBeNamed(Row row, Set<String> words, String everything) {
    KnownPerson person = new KnownPerson(row.id(), row.given(), row.family(), row.email(), false);
    return NameParts.of(person).all().stream().anyMatch(words::contains)
        || (!row.email().isEmpty()
            && everything.toLowerCase(Locale.ROOT).contains(row.email().toLowerCase(Locale.ROOT)))
        || isWithin(row.given(), everything)
        || isWithin(row.family(), everything);
  }

  private static boolean isWithin(String name, String everything) {
    return Letters.runsOn(name) && everything.contains(Letters.normal(name));
  }

  private static Row row(Tuple tuple) {
    return new Row(
        tuple.get(0, UUID.class),
        tuple.get(1, String.class),
        tuple.get(2, String.class),
        tuple.get(3, String.class),
        tuple.get(4, String.class));
  }

  /**
   * @param column a constant of this class, never input
   */
  private static Uni<List<String>> names(Mutiny.Session session, String column) {
    return session
        .createNativeQuery(
            "select distinct %1$s from assignment order by %1$s".formatted(column), String.class)
        .getResultList();
  }

  private static List<String> places(List<String> locations, List<String> countries) {
    List<String> places = new ArrayList<>(locations);
    for (String country : countries) {
      String name = new Locale("", country).getDisplayCountry(Locale.ENGLISH);
      if (!name.equals(country)) {
        places.add(name);
      }
    }
    return places;
  }
}
