package org.evenhand.kit.data.duty;

import java.util.List;
import org.evenhand.kit.web.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of one service, or of all.
 *
 * @param next the cursor of the next page; absent on the last one
 * @param missing the services that were away, whose tasks are not among these
 */
public record TaskPage(List<TaskView> items, @Nullable String next, List<String> missing) {

  public TaskPage {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  static TaskPage of(Page<TaskView> own) {
    return new TaskPage(own.items(), own.next(), List.of());
  }
}
