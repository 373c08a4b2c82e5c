package org.evenhand.analytics.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tally;

/**
 * What has been published of a dimension, beside what is counted now.
 *
 * @param now empty when nobody has a rating
 */
record Picture(Rules rules, Optional<Tally> now, SortedMap<String, PublishedGroup> published) {

  /**
   * What a look finds: nothing that has come since the last edition, not even that there is another
   * group.
   *
   * @param waiting whether there is something to publish that has to wait
   */
  Look look(boolean waiting) {
    Optional<Scale> scale =
        published.values().stream()
            .map(PublishedGroup::scale)
            .findFirst()
            .or(() -> now.map(Tally::scale));
    if (scale.isEmpty()) {
      return new Look.Nothing();
    }
    if (published.isEmpty() && waiting) {
      return new Look.Gathering();
    }
    return new Look.Shown(
        scale.get(),
        seen(rules, published),
        published.values().stream()
            .filter(PublishedGroup::open)
            .map(PublishedGroup::at)
            .max(Comparator.naturalOrder())
            .orElse(null),
        now.map(Tally::onOtherScales).orElse(0L));
  }

  /** The groups of a dimension that a look finds. */
  static List<ShownGroup> seen(Rules rules, SortedMap<String, PublishedGroup> published) {
    return published.entrySet().stream()
        .map(each -> each.getValue().seen(each.getKey(), rules))
        .filter(group -> group.counts().people() > 0)
        .toList();
  }
}
