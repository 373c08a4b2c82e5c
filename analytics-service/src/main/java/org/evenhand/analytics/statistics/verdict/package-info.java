/**
 * From comparisons to verdicts.
 *
 * <ul>
 *   <li>verdicts and their order: {@link VerdictRule}
 *   <li>Benjamini-Hochberg in a family of tests: {@link FamilyTests}
 *   <li>looks before the end: {@link InterimLook}
 * </ul>
 *
 * <p>Nothing here calls a difference anything but a difference: numbers can't say why it is there.
 */
@NullMarked
package org.evenhand.analytics.statistics.verdict;

import org.jspecify.annotations.NullMarked;
