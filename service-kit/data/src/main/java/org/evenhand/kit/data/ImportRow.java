package org.evenhand.kit.data;

import java.util.Map;

/**
 * @param row 1 is the first row of data
 * @param values by column; a blank cell is absent
 */
public record ImportRow(long row, Map<String, String> values) {}
