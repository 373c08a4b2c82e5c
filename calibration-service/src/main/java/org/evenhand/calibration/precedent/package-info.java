/**
 * Cases with the level that they show: the aggregate, its life, where it comes from, and which of
 * them a decision may name. Nothing here tells a reader whether a case is fiction.
 */
@NullMarked
package org.evenhand.calibration.precedent;

import org.jspecify.annotations.NullMarked;
