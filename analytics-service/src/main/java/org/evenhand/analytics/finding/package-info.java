/**
 * Findings, which come of a formal judgement of a cycle and are answered by both sides: what a
 * finding and a judgement are, their states and events. Its rooms change them: {@code judgement}
 * makes and clears findings, {@code response} shows them and takes the answer. No other feature but
 * {@code duty}, which says whom they wait for, refers to any of the three; others hear of findings
 * by their events.
 */
@NullMarked
package org.evenhand.analytics.finding;

import org.jspecify.annotations.NullMarked;
