/**
 * Statistical disclosure control of partitions by protected attributes: which groups of a figure
 * may be shown, so that nobody's attribute and nobody's unshared rating follows from all that is
 * public. Pure functions of counts of people; nothing here knows of HTTP or SQL.
 */
@NullMarked
package org.evenhand.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
