package org.evenhand.policy.training.casestudy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases and their scores as rows. Whoever changes them holds the completion. */
@ApplicationScoped
class CaseScores {

  private static final String LATEST =
      """
      select c.number, c.precedent_id, c.ordinal from training_case c
      where c.completion_id = :completion and c.study = (
        select max(study) from training_case where completion_id = :completion)
      order by c.number
      """;

  private static final String BEGIN =
      """
      insert into training_case (completion_id, study, number, precedent_id)
      select cast(:completion as uuid), (select coalesce(max(study), 0) + 1 from training_case
          where completion_id = :completion), c.number, c.precedent
      from jsonb_to_recordset(cast(cast(:cases as text) as jsonb)) as c (number int, precedent uuid)
      """;

  private static final String SCORE =
      """
      update training_case set ordinal = :ordinal
      where completion_id = :completion and number = :number and study = (
        select max(study) from training_case where completion_id = :completion)
      """;

  /** Those of the last study; none where there was none. */
  Uni<List<CaseScore>> latest(Mutiny.Session session, UUID completion) {
    return Rows.unflushed(session, LATEST)
        .bind("completion", completion)
        .list(
            row ->
                new CaseScore(
                    row.integer("number"),
                    row.uuid("precedent_id"),
                    row.orNull("ordinal", Row::integer)));
  }

  Uni<Void> begin(Mutiny.Session session, UUID completion, List<UUID> precedents) {
    List<CaseScore> cases = new ArrayList<>();
    for (int i = 0; i < precedents.size(); i++) {
      cases.add(new CaseScore(i + 1, precedents.get(i), null));
    }
    return session
        .createNativeQuery(BEGIN, new AffectedEntities())
        .setParameter("completion", completion)
        .setParameter("cases", Json.write(cases))
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> score(Mutiny.Session session, UUID completion, int number, int ordinal) {
    return session
        .createNativeQuery(SCORE, new AffectedEntities())
        .setParameter("completion", completion)
        .setParameter("number", number)
        .setParameter("ordinal", ordinal)
        .executeUpdate()
        .replaceWithVoid();
  }
}
