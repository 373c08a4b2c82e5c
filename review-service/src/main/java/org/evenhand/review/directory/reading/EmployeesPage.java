package org.evenhand.review.directory.reading;

import java.util.List;
import org.evenhand.kit.web.paging.ChangePosition;
import org.evenhand.review.directory.reading.Employees.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Employees by externalId, or in the order in which their changes were committed.
 *
 * @param next the cursor of the next page; absent when there is none at present
 * @param updatedSince what to ask with later for whatever has changed since
 */
record EmployeesPage(List<EmployeeView> items, @Nullable String next, String updatedSince) {

  /**
   * @param oneMore one more than the page holds, where there are so many
   * @param begun where the order of changes stood when the list was begun
   */
  static EmployeesPage of(
      List<Shown> oneMore, int limit, EmployeeOrder order, ChangePosition begun) {
    List<Shown> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
    EmployeeOrder reached =
        shown.isEmpty() ? order : order.after(shown.get(shown.size() - 1), begun);
    return new EmployeesPage(
        shown.stream().map(Shown::view).toList(),
        oneMore.size() > limit ? reached.cursor().encode() : null,
        reached.position().orElse(begun).token());
  }
}
