package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.List;
import org.evenhand.analytics.counts.Scale;
import org.jspecify.annotations.Nullable;

/** What one look at a dimension of a cycle, before or after calibration, finds. */
public sealed interface Look {

  /** Nobody has a rating in this phase. */
  record Nothing() implements Look {}

  /** There are ratings, of which nothing has been published yet: they are still coming in. */
  record Gathering() implements Look {}

  /**
   * The groups by name.
   *
   * @param publishedAt when the last of them was renewed; null while all are too small
   * @param onOtherScales ratings that are not among them, because they are on another scale
   */
  record Shown(
      Scale scale, List<ShownGroup> groups, @Nullable Instant publishedAt, long onOtherScales)
      implements Look {}
}
