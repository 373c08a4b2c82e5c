/** How far everybody came who could have applied, for the audit of access. */
@NullMarked
package org.evenhand.review.growth.opportunity.reach;

import org.jspecify.annotations.NullMarked;
