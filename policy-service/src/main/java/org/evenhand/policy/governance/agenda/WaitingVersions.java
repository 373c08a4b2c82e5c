package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** Policies in the making that wait for somebody. */
@Singleton
class WaitingVersions implements AgendaSource {

  private static final String WAITING =
      """
      select 'SIGN_OFFS_WAITING' as topic, v.policy_id as policy, v.number, 1 as waiting
      from policy_version v where v.state = 'SIGN_OFF'
      union all
      select 'OPEN_COMMENTS', v.policy_id, v.number, count(*)
      from policy_version v join policy_comment c on c.version_id = v.id
      where v.state = 'CONSULTATION' and c.disposition is null
      group by v.policy_id, v.number
      """;

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, WAITING).list(WaitingVersions::item);
  }

  private static AgendaItem item(Row row) {
    return AgendaItem.at(
        row.constant("topic", AgendaTopic.class),
        "/v1/policies/%s/versions/%d".formatted(row.uuid("policy"), row.integer("number")),
        row.bigint("waiting"));
  }
}
