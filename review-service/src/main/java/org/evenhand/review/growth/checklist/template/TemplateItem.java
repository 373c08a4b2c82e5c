package org.evenhand.review.growth.checklist.template;

import java.util.List;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.ItemOwner;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be done in each list of a kind.
 *
 * @param offset in working days from the first day of the list, of one for leaving from the last
 *     day of work; before it where negative
 * @param countries the only ones for which it counts; none for all
 */
public record TemplateItem(
    ItemOwner owner,
    String title,
    @Nullable String description,
    int offset,
    List<String> countries) {

  public TemplateItem {
    countries = List.copyOf(countries);
  }

  private boolean countsIn(String country) {
    return countries.isEmpty() || countries.contains(country);
  }

  /** What becomes of the items for somebody who works in a country. */
  public static List<ChecklistItem> copied(
      List<TemplateItem> items, String country, ItemDays days) {
    return items.stream()
        .filter(item -> item.countsIn(country))
        .map(
            item ->
                ChecklistItem.open(
                    Ids.next(),
                    item.owner(),
                    item.title(),
                    item.description(),
                    days.of(item.offset())))
        .toList();
  }
}
