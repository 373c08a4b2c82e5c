/**
 * Employees and their assignments, as the HRIS last told us, and what other services learn of them.
 * Outside of the directory they are read; only the directory loads and changes them.
 */
@NullMarked
package org.evenhand.review.directory.people;

import org.jspecify.annotations.NullMarked;
