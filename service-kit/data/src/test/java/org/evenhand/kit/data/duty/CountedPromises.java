package org.evenhand.kit.data.duty;

import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.kit.data.duty.figures.CountedKinds;

/** Reports and decisions are counted; who has decided is in the duty's part. */
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
}
