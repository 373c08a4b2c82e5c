package org.evenhand.analytics.publication;

import org.jspecify.annotations.Nullable;

/**
 * Reviews of which a dimension shows the same, which is not what they are now.
 *
 * @param key of such reviews, as the database knows them
 * @param shown what is shown of each
 * @param now what each contributes now
 * @param group the group that each belongs to now, also without a rating; null when the review is
 *     gone
 * @param total what the total shows of each from now on; null where that is what they are
 */
record Change(
    String key,
    Share shown,
    Share now,
    @Nullable String group,
    @Nullable Share total,
    long people) {}
