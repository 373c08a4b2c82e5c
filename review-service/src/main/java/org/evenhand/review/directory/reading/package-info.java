/** What a caller is shown of employees. Nothing outside refers to it. */
@NullMarked
package org.evenhand.review.directory.reading;

import org.jspecify.annotations.NullMarked;
