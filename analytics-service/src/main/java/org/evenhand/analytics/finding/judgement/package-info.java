/**
 * Judges a cycle when its results are proposed to be shared, and an imported year when it has been
 * still: what is compared, what came before, and what that changes about the findings there are.
 * Nothing outside refers to it; it is started by events and by work that falls due.
 */
@NullMarked
package org.evenhand.analytics.finding.judgement;

import org.jspecify.annotations.NullMarked;
