/**
 * Who works here, on which assignments, under whom, and who may see whom. The HRIS is the source:
 * its imports are the only door through which these facts change.
 */
@NullMarked
package org.evenhand.review.directory;

import org.jspecify.annotations.NullMarked;
