/**
 * How the anchors of a policy are read: a sentence that the members of a session agree on, and that
 * holds as long as the anchor says the same.
 */
@NullMarked
package org.evenhand.calibration.norm;

import org.jspecify.annotations.NullMarked;
