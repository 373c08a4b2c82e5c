/**
 * Who works here, on which assignments, under whom, and who may see whom. The HRIS is the source:
 * its imports are the only door through which these facts change.
 *
 * <p>The rest of the service asks {@link org.evenhand.review.directory.Directory} about people and
 * {@link org.evenhand.review.directory.Access} about who is calling.
 */
@NullMarked
package org.evenhand.review.directory;

import org.jspecify.annotations.NullMarked;
