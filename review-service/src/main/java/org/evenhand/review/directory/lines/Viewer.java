package org.evenhand.review.directory.lines;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who is calling, resolved against the directory within the caller's transaction.
 *
 * @param employeeId our id; {@link #NOBODY} for a client that is no person
 * @param externalId the HRIS' id, or the client's id
 * @param roles the roles of the token: doors, which the reporting line and units then narrow
 * @param hrUnits the units that the person serves as HR today
 * @param today the day on which dated assignments are judged
 */
public record Viewer(
    UUID employeeId, String externalId, Set<String> roles, Set<String> hrUnits, LocalDate today) {

  /** Equals no employee's id, so that a client that is no person has no own record and no line. */
  public static final UUID NOBODY = new UUID(0, 0);

  public boolean has(String role) {
    return roles.contains(role);
  }

  public boolean is(UUID employee) {
    return employeeId.equals(employee);
  }

  /**
   * Sets the parameters {@code :viewer} and {@code :today} that every {@link AccessClauses} clause
   * reads.
   */
  public Rows bind(Rows rows) {
    return rows.bind("viewer", employeeId).bind("today", today);
  }

  /** As {@link #bind(Rows)}. */
  public <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
    return query.setParameter("viewer", employeeId).setParameter("today", today);
  }
}
