/**
 * Who is above whom, who serves which unit, and the clauses that decide by it who sees whom. Only
 * the directory reads and renews the lines themselves; the rest of the service asks through the
 * clauses in {@code AccessClauses} and the {@code Viewer} who fills them.
 */
@NullMarked
package org.evenhand.review.directory.lines;

import org.jspecify.annotations.NullMarked;
