package org.evenhand.kit.data.duty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How long a kind of duty may take, and who hears of it when it is late.
 *
 * @param workingDays for duties whose day is not a milestone
 * @param path at most four steps, the last of them hr-lead; none where nobody but whoever owes it
 *     may ever learn of it, whatever a charter says
 */
public record DutyTerms(int workingDays, List<Escalation> path) {

  private static final int LONGEST_PATH = 4;

  public DutyTerms {
    path = List.copyOf(path);
    if (workingDays < 0 || path.size() > LONGEST_PATH) {
      throw new IllegalArgumentException(
          "%d working days and %d steps".formatted(workingDays, path.size()));
    }
    if (!path.isEmpty() && path.get(path.size() - 1).to() != Responsible.HR_LEAD) {
      throw new IllegalArgumentException("a path ends with hr-lead");
    }
  }

  /** For what is between those who owe it alone: it falls late, and nobody else is told. */
  public static DutyTerms confidential(int workingDays) {
    return new DutyTerms(workingDays, List.of());
  }

  @JsonIgnore
  public boolean isConfidential() {
    return path.isEmpty();
  }

  /** The default for what managers and employees owe: up the line, then to HR. */
  public static DutyTerms upTheLine(int workingDays) {
    return new DutyTerms(
        workingDays,
        List.of(
            new Escalation(Responsible.NEXT_UP, 2),
            new Escalation(Responsible.HR, 3),
            new Escalation(Responsible.HR_LEAD, 5)));
  }

  /** The default for what HR owes. */
  public static DutyTerms toHrLead(int workingDays) {
    return new DutyTerms(workingDays, List.of(new Escalation(Responsible.HR_LEAD, 2)));
  }
}
