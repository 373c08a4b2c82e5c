package org.evenhand.review.directory.orgrules;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.evenhand.review.directory.people.Employee;
import org.jspecify.annotations.Nullable;

/** What one action does to somebody who is known already. */
public interface OrgRule {

  /**
   * @param manager our id of the manager whom the row names, null for nobody
   * @throws RowRefused when the row contradicts what is recorded; nothing has changed then
   */
  Effect apply(Employee employee, OrgRow row, @Nullable UUID manager, Instant now);

  static OrgRule of(OrgAction action) {
    return switch (action) {
      case HIRE, REHIRE -> new Joining();
      case CHANGE -> new Changing();
      case TERMINATE -> new Leaving();
      case UPSERT -> new Upserting();
    };
  }

  /**
   * Takes a row about somebody, known or not.
   *
   * @param known by externalId; a newcomer is added
   * @param id a newcomer's id
   */
  static Effect take(
      Map<String, Employee> known, UUID id, OrgRow row, @Nullable UUID manager, Instant now) {
    Employee employee = known.get(row.externalId());
    if (employee != null) {
      return of(row.action()).apply(employee, row, manager, now);
    }
    if (row.action() == OrgAction.UPSERT && row.leaves()) {
      return Effect.UNCHANGED;
    }
    known.put(
        row.externalId(),
        switch (row.action()) {
          case HIRE -> Joining.hire(id, row, manager, now);
          case UPSERT -> Upserting.hire(id, row, manager, now);
          case CHANGE, TERMINATE, REHIRE ->
              throw new RowRefused(
                  OrgColumns.EXTERNAL_ID, "is nobody whom the directory knows: HIRE");
        });
    return Effect.CREATED;
  }
}
