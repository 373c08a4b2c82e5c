package org.evenhand.policy.challenge.duty;

import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.kit.data.duty.figures.CountedKinds;

/** Answers to challenges count for whoever has given them: until then they are a role's. */
@Singleton
class CountedChallenges implements CountedKinds {

  @Override
  public List<ChallengeDuty> kinds() {
    return List.of(ChallengeDuty.CHALLENGE_ANSWER);
  }

  @Override
  public String doers() {
    return """
    select d.id as duty, cast(a.answer ->> 'by' as uuid) as person
    from challenge c
    cross join jsonb_array_elements(c.answers -> 'all') with ordinality as a (answer, number)
    join duty d on d.subject = c.id and d.kind = 'CHALLENGE_ANSWER'
      and d.part = cast(a.number as text) and d.state = 'DONE'
    """;
  }
}
