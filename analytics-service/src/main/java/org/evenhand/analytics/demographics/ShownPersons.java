package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Remembers what is shown of persons who change what they declared. It goes on being shown under a
 * review id that is nobody's, so that a value that was withdrawn or corrected is linked with no
 * one; of the reviews themselves nothing is shown then, until their new groups move.
 */
final class ShownPersons {

  private static final String REVIEWS =
      """
      from demographics.pending_change change
      join shown_facts() f on f.employee_id = change.employee_id
      left join demographics.declaration held
        on held.employee_id = change.employee_id and held.dimension = change.dimension
      """;

  private static final String GO_ON_SHOWING =
      """
      insert into demographics.unseen_change
        (cycle_id, review_id, dimension, value, stratum, before, after)
      select f.cycle_id, gen_random_uuid(), s.dimension, s.value, s.stratum, s.before, s.after
      """
          + REVIEWS
          + """
          cross join lateral shown_of(f) s
          where s.dimension = change.dimension and change.value is distinct from held.value
            and not exists (
              select 1 from demographics.unseen_change u
              where u.review_id = f.review_id and u.dimension = change.dimension)
          """;

  private static final String UNLINK =
      """
      update demographics.unseen_change u set review_id = gen_random_uuid()
      """
          + REVIEWS
          + """
          where u.review_id = f.review_id and u.dimension = change.dimension
            and u.value is not null and change.value is distinct from held.value
          """;

  private static final String SHOW_NOTHING =
      """
      insert into demographics.unseen_change (cycle_id, review_id, dimension)
      select f.cycle_id, f.review_id, change.dimension
      """
          + REVIEWS
          + """
          where change.value is distinct from held.value
            and exists (
              select 1 from published_group g
              where g.cycle_id = f.cycle_id and g.dimension = change.dimension)
          on conflict (review_id, dimension) do nothing
          """;

  private ShownPersons() {}

  /** Of those who are about to change, before they do. */
  static Uni<Void> remember(Mutiny.Session session) {
    return session
        .createNativeQuery(GO_ON_SHOWING)
        .executeUpdate()
        .chain(() -> session.createNativeQuery(UNLINK).executeUpdate())
        .chain(() -> session.createNativeQuery(SHOW_NOTHING).executeUpdate())
        .replaceWithVoid();
  }
}
