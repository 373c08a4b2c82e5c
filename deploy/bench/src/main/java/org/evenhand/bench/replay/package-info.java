/** Looking at past years under the rules of a draft. */
@NullMarked
package org.evenhand.bench.replay;

import org.jspecify.annotations.NullMarked;
