package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** Challenges that wait for an answer; all employees read them, so any number is told. */
@Singleton
class OpenChallenges implements AgendaSource {

  private static final String WAITING =
      "select count(*) as waiting from challenge where state in ('RAISED', 'FOLLOWED_UP')";

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, WAITING)
        .one(row -> row.bigint("waiting"))
        .map(
            waiting ->
                Stream.of(waiting)
                    .filter(count -> count > 0)
                    .map(
                        count ->
                            AgendaItem.at(AgendaTopic.OPEN_CHALLENGES, "/v1/challenges", count))
                    .toList());
  }
}
