/**
 * What a row of an org import says, what it does to an employee, and what it would do if it were
 * tried. No database and no file: the org import reads the rows and writes what came of them.
 */
@NullMarked
package org.evenhand.review.directory.orgrules;

import org.jspecify.annotations.NullMarked;
