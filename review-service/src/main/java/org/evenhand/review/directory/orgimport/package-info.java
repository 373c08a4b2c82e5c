/**
 * The import of the HRIS' rows: planned as a whole, checked, guarded against mass deactivation, and
 * carried out in chunks. Nothing outside refers to it.
 */
@NullMarked
package org.evenhand.review.directory.orgimport;

import org.jspecify.annotations.NullMarked;
