/** Everything that can go wrong in a request, answered as one kind of problem. */
@NullMarked
package org.evenhand.kit.web.problem;

import org.jspecify.annotations.NullMarked;
