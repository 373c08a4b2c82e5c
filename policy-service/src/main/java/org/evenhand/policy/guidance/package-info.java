/**
 * Guidance requests: somebody asks HR outside their chain in confidence. The two alone read it;
 * there is no list of others', no event, no figure and no log line of it.
 */
@NullMarked
package org.evenhand.policy.guidance;

import org.jspecify.annotations.NullMarked;
