/**
 * Looks of a manager at how they rate: what they look at, and what came of it. Nobody but they and
 * HR of their unit reads them, and no figure is made of a single one.
 */
@NullMarked
package org.evenhand.calibration.check;

import org.jspecify.annotations.NullMarked;
