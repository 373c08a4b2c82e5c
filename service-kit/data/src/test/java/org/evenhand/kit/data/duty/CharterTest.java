package org.evenhand.kit.data.duty;

import static org.evenhand.kit.data.duty.Responsible.HR_LEAD;
import static org.evenhand.kit.data.duty.Responsible.NEXT_UP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharterTest {

  private static final List<Escalation> UP = path(new Escalation(NEXT_UP, 0));
  private static final List<Escalation> LATER = List.of(new Escalation(HR_LEAD, 9));

  @Test
  void nobodyAboveHearsOfWhatIsForHrLeadAloneWhateverACharterSays() {
    DutyTerms alone = DutyTerms.toHrLeadAlone(3);
    assertEquals(alone.path(), terms(UP).instead(alone).path());
    assertEquals(7, terms(UP).instead(alone).workingDays());
  }

  @Test
  void aCharterSaysWhenThoseHearOfItWhoMay() {
    assertEquals(LATER, terms(LATER).instead(DutyTerms.toHrLeadAlone(3)).path());
    assertEquals(UP, terms(UP).instead(DutyTerms.toHrLead(3)).path());
  }

  private static Charter.Terms terms(List<Escalation> path) {
    return new Charter.Terms("DECISION", 7, path);
  }

  private static List<Escalation> path(Escalation first) {
    return List.of(first, new Escalation(HR_LEAD, 1));
  }
}
