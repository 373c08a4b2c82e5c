package org.evenhand.analytics.viewer;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is shown depends on the caller. Partitions are a fixed list, and each role has its own,
 * because with a free choice answers could be subtracted from each other.
 */
@ApplicationScoped
public class Views {

  private final Directory directory;

  Views(Directory directory) {
    this.directory = directory;
  }

  /** Whether all of every partition is open. */
  public static boolean isWhole(Caller caller) {
    return Stream.of(Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR).anyMatch(caller::has);
  }

  /**
   * How much the caller may see of a partition: the most that any of their roles opens.
   *
   * @throws Problem PARTITION_NOT_OPEN naming those that are; EMPLOYEE_UNKNOWN
   */
  public Uni<View> of(Mutiny.Session session, Caller caller, String by) {
    return of(session, caller, by, "by");
  }

  /** As {@link #of(Mutiny.Session, Caller, String)}, for a parameter of another name. */
  public Uni<View> of(Mutiny.Session session, Caller caller, String by, String parameter) {
    if (isWhole(caller)) {
      return Uni.createFrom().item(new View.Whole(access(caller)));
    }
    if (caller.has(Roles.HR) && by.equals(Dimensions.ORG_UNIT)) {
      return directory.require(session, caller).map(p -> new View.Units(p.servedUnits()));
    }
    if (caller.has(Roles.MANAGER) && by.equals(Dimensions.NONE)) {
      return directory.require(session, caller).map(p -> new View.Own(p.employeeId()));
    }
    throw notOpen(caller, parameter);
  }

  private static Access access(Caller caller) {
    if (caller.has(Roles.HR_LEAD)) {
      return Access.EXACT;
    }
    return caller.has(Roles.INSIGHT) ? Access.EXACT_ONCE_SHARED : Access.SUPPRESSED;
  }

  private static Problem notOpen(Caller caller, String parameter) {
    List<String> open = new ArrayList<>();
    if (caller.has(Roles.HR)) {
      open.add(Dimensions.ORG_UNIT + " (the units that you serve)");
    }
    if (caller.has(Roles.MANAGER)) {
      open.add(Dimensions.NONE + " (your own line, and the ratings that you gave)");
    }
    String words = "Open to you: " + (open.isEmpty() ? "nothing" : String.join(", ", open)) + ".";
    return Problem.of(AnalyticsProblem.PARTITION_NOT_OPEN, words)
        .with(NOT_ALLOWED.parameter(parameter, "names a partition that is not open to you"));
  }
}
