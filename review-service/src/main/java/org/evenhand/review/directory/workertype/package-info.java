/** The closed list of types of workers, which HR keeps. Nothing outside refers to it. */
@NullMarked
package org.evenhand.review.directory.workertype;

import org.jspecify.annotations.NullMarked;
