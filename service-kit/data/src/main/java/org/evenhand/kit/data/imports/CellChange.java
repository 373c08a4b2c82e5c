package org.evenhand.kit.data.imports;

import org.jspecify.annotations.Nullable;

/**
 * What a row of a dry run would change in one column.
 *
 * @param from absent where there was nothing
 * @param to absent where the change leaves nothing
 */
public record CellChange(String column, @Nullable String from, @Nullable String to) {}
