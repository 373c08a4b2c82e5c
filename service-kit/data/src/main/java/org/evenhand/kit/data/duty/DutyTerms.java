package org.evenhand.kit.data.duty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How long a kind of duty may take, and who hears of it when it is late.
 *
 * @param workingDays for duties whose day is not a milestone
 * @param path at most four steps, the last of them hr-lead; none where nobody but whoever owes it
 *     may ever learn of it, whatever a charter says
 * @param pathIsFixed whether nobody else may learn of it but those whom the path names: a charter
 *     says when they do, and not who
 */
public record DutyTerms(int workingDays, List<Escalation> path, boolean pathIsFixed) {

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

  public DutyTerms(int workingDays, List<Escalation> path) {
    this(workingDays, path, false);
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

  /** For what those above whoever owes it may not learn, and HR of their unit as little. */
  public static DutyTerms toHrLeadAlone(int workingDays) {
    return toHrLead(workingDays).fixed();
  }

  /** The same, with a path that no charter leads elsewhere. */
  public DutyTerms fixed() {
    return new DutyTerms(workingDays, path, true);
  }

  /** Whether a charter can have this path instead. */
  boolean admits(List<Escalation> other) {
    return !isConfidential() && (!pathIsFixed || heard(path).equals(heard(other)));
  }

  private static List<Responsible> heard(List<Escalation> path) {
    return path.stream().map(Escalation::to).toList();
  }
}
