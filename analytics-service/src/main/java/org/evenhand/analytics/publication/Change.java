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
 * @param ofTotal the key of the change in the total; null where the total shows them as they are
 */
record Change(
    String key,
    Share shown,
    Share now,
    @Nullable String group,
    @Nullable String ofTotal,
    long people) {}
