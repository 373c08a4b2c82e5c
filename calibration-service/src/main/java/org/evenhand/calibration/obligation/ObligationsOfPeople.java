package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.PeopleListener;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.training.TrainingListener;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps since when people lead whom, and looks anew at what those owe whom a change concerns. Of
 * whoever is erased nothing is left of what they owed and looked at.
 */
@ApplicationScoped
class ObligationsOfPeople implements PeopleListener, TrainingListener {

  private static final String ERASED_CHECKS =
      """
      delete from calibration_check k
      where k.manager_id = any (cast(:people as uuid[]))
        and not exists (select 1 from person p where p.id = k.manager_id)
      returning k.id
      """;

  private static final String ERASED =
      """
      delete from calibration_obligation o
      where o.manager_id = any (cast(:people as uuid[]))
        and not exists (select 1 from person p where p.id = o.manager_id)
      returning o.id
      """;

  private final WorkSpells spells;
  private final Looks looks;
  private final Duties duties;

  ObligationsOfPeople(WorkSpells spells, Looks looks, Duties duties) {
    this.spells = spells;
    this.looks = looks;
    this.duties = duties;
  }

  @Override
  public Uni<Void> peopleChanged(Mutiny.Session db, Collection<UUID> people) {
    return spells
        .follow(db, people)
        .chain(() -> gone(db, ERASED_CHECKS, people))
        .chain(() -> gone(db, ERASED, people))
        .chain(ids -> duties.follow(db, ObligationFacts.AGGREGATE, ids))
        .chain(() -> looks.atThoseAround(db, people));
  }

  @Override
  public Uni<Void> trainingChanged(Mutiny.Session db, Collection<UUID> people) {
    return looks.atThoseAround(db, people);
  }

  @Override
  public Uni<Void> modulesChanged(Mutiny.Session db, Instant offered) {
    return looks.atThoseNewSince(db, offered);
  }

  private static Uni<List<UUID>> gone(Mutiny.Session db, String sql, Collection<UUID> people) {
    return Rows.of(db, sql).bind("people", people.toArray(UUID[]::new)).list(row -> row.uuid("id"));
  }
}
