/** The chapters of a live cycle, in which the sample company does what its policy asks for. */
@NullMarked
package org.evenhand.local.journey.chapter;

import org.jspecify.annotations.NullMarked;
