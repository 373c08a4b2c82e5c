package org.evenhand.kit.data.duty;

import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.kit.data.duty.figures.CountedKinds;

/**
 * Reports and decisions are counted. Who has decided, or of which day a report is, is in the part.
 */
@Singleton
class CountedPromises implements CountedKinds {

  @Override
  public List<TestKind> kinds() {
    return List.of(TestKind.REPORT, TestKind.DECISION);
  }

  @Override
  public String doers() {
    return """
    select d.id as duty, case when d.kind = 'DECISION' then cast(d.part as uuid) end as person
    from duty d where d.kind = 'DECISION' and d.state = 'DONE'
    """;
  }

  @Override
  public String days() {
    return """
    select d.id as duty, case when d.part ~ '^2015-' then cast(d.part as date) end as day
    from duty d where d.kind = 'REPORT'
    """;
  }
}
