package org.evenhand.policy.impact;

import jakarta.validation.constraints.NotNull;
import org.evenhand.policy.content.Key;
import org.jspecify.annotations.Nullable;

/**
 * What a criterion of the past stands for.
 *
 * @param past the criterion under which was rated
 * @param draft the criterion of the draft; null for none
 */
public record MappedCriterion(@NotNull @Key String past, @Nullable @Key String draft) {}
