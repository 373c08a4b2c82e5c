/**
 * Reads a file row by row, by our columns or by a mapping. What is read is staged by {@link
 * org.evenhand.kit.data.imports}; services name their columns here and mappings of others.
 */
@NullMarked
package org.evenhand.kit.data.imports.file;

import org.jspecify.annotations.NullMarked;
