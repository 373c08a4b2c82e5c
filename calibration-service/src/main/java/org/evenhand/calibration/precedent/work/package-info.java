/**
 * How precedents come about and end: by people, by themselves, and with those whom they concern.
 */
@NullMarked
package org.evenhand.calibration.precedent.work;

import org.jspecify.annotations.NullMarked;
