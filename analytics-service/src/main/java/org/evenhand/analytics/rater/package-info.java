/**
 * How the ratings of one manager lie beside those of the others. It profiles a worker: off until
 * switched on for a country, shown to the manager first.
 */
@NullMarked
package org.evenhand.analytics.rater;

import org.jspecify.annotations.NullMarked;
