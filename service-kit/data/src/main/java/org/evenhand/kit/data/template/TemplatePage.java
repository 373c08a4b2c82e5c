package org.evenhand.kit.data.template;

import java.util.List;
import org.evenhand.kit.web.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * Templates of one service, or of all.
 *
 * @param next the cursor of the next page; absent on the last one
 * @param missing the services that were away, whose templates are not among these
 */
public record TemplatePage(
    List<TemplateSummary> items, @Nullable String next, List<String> missing) {

  public TemplatePage {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  static TemplatePage of(Page<TemplateSummary> own) {
    return new TemplatePage(own.items(), own.next(), List.of());
  }
}
