/**
 * How sessions read the anchors of a policy, as calibration-service tells it: for whoever words the
 * next version.
 */
@NullMarked
package org.evenhand.policy.norm;

import org.jspecify.annotations.NullMarked;
